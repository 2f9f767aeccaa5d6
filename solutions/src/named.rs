//! Results by name, also of those that panic.

use std::collections::BTreeMap;
// begin solution
use std::collections::HashMap;

use tokio::task::JoinSet;
// end solution

/// What each call returned; `None` for one that panicked.
pub async fn named<F>(
    calls: Vec<(&'static str, F)>,
) -> BTreeMap<&'static str, Option<F::Output>>
where
    F: Future + Send + 'static,
    F::Output: Send + 'static,
{
    // begin solution
    //~ // TODO: a task for each call; know its name even if it panics.
    //~ todo!("{} calls", calls.len())
    let mut tasks = JoinSet::new();
    let mut names = HashMap::new();
    for (name, call) in calls {
        names.insert(tasks.spawn(call).id(), name);
    }
    let mut results = BTreeMap::new();
    while let Some(ended) = tasks.join_next_with_id().await {
        let (id, result) = match ended {
            Ok((id, result)) => (id, Some(result)),
            Err(panic) => (panic.id(), None),
        };
        results.insert(names[&id], result);
    }
    results
    // end solution
}
