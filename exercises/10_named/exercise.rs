//! Results by name, also of those that panic.

use std::collections::BTreeMap;

/// What each call returned; `None` for one that panicked.
pub async fn named<F>(
    calls: Vec<(&'static str, F)>,
) -> BTreeMap<&'static str, Option<F::Output>>
where
    F: Future + Send + 'static,
    F::Output: Send + 'static,
{
    // TODO: a task for each call; know its name even if it panics.
    todo!("{} calls", calls.len())
}
