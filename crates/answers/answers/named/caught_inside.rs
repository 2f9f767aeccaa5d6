//! right
//!
//! The panic becomes a `Result` inside the task.

use std::collections::BTreeMap;
use std::panic::AssertUnwindSafe;

use futures::FutureExt;
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
        let call = AssertUnwindSafe(call).catch_unwind();
        tasks.spawn(async move { (name, call.await.ok()) });
    }
    tasks.join_all().await.into_iter().collect()
}
