//! wrong: who_panicked_is_named_too
//! says: [("a", Some(100)), ("c", Some(25))]
//! says: its name must be known outside of it
//!
//! The name travels with the result, inside the task, and so it is lost when
//! the task panics. In the timeline b ends at 100 ms with nothing to give:
//! neither a result nor a name. What is known about a task outside of it?

use std::collections::BTreeMap;

use tokio::task::JoinSet;

pub async fn named<F>(
    calls: Vec<(&'static str, F)>,
) -> BTreeMap<&'static str, Option<F::Output>>
where
    F: Future + Send + 'static,
    F::Output: Send + 'static,
{
    let mut tasks = JoinSet::new();
    for (name, call) in calls {
        tasks.spawn(async move { (name, call.await) });
    }
    let mut results = BTreeMap::new();
    while let Some(ended) = tasks.join_next().await {
        if let Ok((name, result)) = ended {
            results.insert(name, Some(result));
        }
    }
    results
}
