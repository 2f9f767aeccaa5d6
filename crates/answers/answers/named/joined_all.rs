//! wrong: who_panicked_is_named_too
//! says: `named` panicked
//! says: insists on a value that is not there
//!
//! The tasks run, and b's panic comes out of the function: whatever joins all
//! tasks insists on a value of each. In the timeline b panics at 100 ms, and
//! the others are lost with it. The panic is news about one task: what hands it
//! out as a value?

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
