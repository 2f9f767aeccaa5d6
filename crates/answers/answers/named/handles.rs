//! right
//!
//! Names and handles, awaited in order.

use std::collections::BTreeMap;

pub async fn named<F>(
    calls: Vec<(&'static str, F)>,
) -> BTreeMap<&'static str, Option<F::Output>>
where
    F: Future + Send + 'static,
    F::Output: Send + 'static,
{
    let mut tasks = Vec::new();
    for (name, call) in calls {
        tasks.push((name, tokio::spawn(call)));
    }
    let mut results = BTreeMap::new();
    for (name, task) in tasks {
        results.insert(name, task.await.ok());
    }
    results
}
