//! wrong: who_panicked_is_named_too
//! says: `named` panicked
//! says: polls the failing future without a task around it
//!
//! Branches of one task: a panic takes all of them.

use std::collections::BTreeMap;

use futures::future::join_all;

pub async fn named<F>(
    calls: Vec<(&'static str, F)>,
) -> BTreeMap<&'static str, Option<F::Output>>
where
    F: Future + Send + 'static,
    F::Output: Send + 'static,
{
    let calls = calls
        .into_iter()
        .map(|(name, call)| async move { (name, Some(call.await)) });
    join_all(calls).await.into_iter().collect()
}
