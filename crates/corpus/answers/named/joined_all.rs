//! wrong: who_panicked_is_named_too
//! says: `named` panicked
//! says: insists on a value that is not there
//!
//! `JoinSet::join_all` panics with the task.

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
        tasks.spawn(async move { (name, Some(call.await)) });
    }
    tasks.join_all().await.into_iter().collect()
}
