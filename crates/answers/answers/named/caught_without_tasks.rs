//! wrong: each_call_is_a_task_of_its_own
//! says: no task was spawned
//!
//! All calls run inside the task of the caller, and a panic is caught there.
//! The results are right. But one call that keeps its thread busy then stops
//! all others, and the task asks for tasks.

use std::collections::BTreeMap;
use std::panic::AssertUnwindSafe;

use futures::FutureExt;
use futures::future::join_all;

pub async fn named<F>(
    calls: Vec<(&'static str, F)>,
) -> BTreeMap<&'static str, Option<F::Output>>
where
    F: Future + Send + 'static,
    F::Output: Send + 'static,
{
    let calls = calls.into_iter().map(|(name, call)| async move {
        (name, AssertUnwindSafe(call).catch_unwind().await.ok())
    });
    join_all(calls).await.into_iter().collect()
}
