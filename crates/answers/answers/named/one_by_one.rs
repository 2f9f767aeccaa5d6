//! wrong: all_of_them_begin_at_once
//! says: never more than 1 at the same time
//!
//! Each task is awaited before the next one is spawned: 10 ms after the call
//! the timeline has one of them. That way each name is known, but the calls no
//! longer run together. How can the names be kept while all tasks run?

use std::collections::BTreeMap;

pub async fn named<F>(
    calls: Vec<(&'static str, F)>,
) -> BTreeMap<&'static str, Option<F::Output>>
where
    F: Future + Send + 'static,
    F::Output: Send + 'static,
{
    let mut results = BTreeMap::new();
    for (name, call) in calls {
        results.insert(name, tokio::spawn(call).await.ok());
    }
    results
}
