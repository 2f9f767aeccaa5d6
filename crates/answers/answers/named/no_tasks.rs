//! wrong: who_panicked_is_named_too
//! says: `named` panicked
//! says: polls the failing future without a task around it
//!
//! The calls are parts of one task, the caller's. When b panics at 100 ms, the
//! panic goes through everything that polls it, and a and c end with it, as the
//! timeline shows. What keeps a panic to the call in which it happens?

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
