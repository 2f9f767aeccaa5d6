//! right
//!
//! A task that keeps the name, around a task that may panic.

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
        tasks.spawn(async move { (name, tokio::spawn(call).await.ok()) });
    }
    tasks.join_all().await.into_iter().collect()
}
