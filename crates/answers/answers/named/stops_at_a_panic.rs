//! wrong: who_panicked_is_named_too
//! says: [("b", None)]
//! says: Somebody is missing
//!
//! The loop ends at the first panic: b is noted at 100 ms, and a and c are
//! never asked. The timeline shows them cut off, or without anybody who waits.
//! A panic is one result among others; when is the loop at its end?

use std::collections::{BTreeMap, HashMap};

use tokio::task::JoinSet;

pub async fn named<F>(
    calls: Vec<(&'static str, F)>,
) -> BTreeMap<&'static str, Option<F::Output>>
where
    F: Future + Send + 'static,
    F::Output: Send + 'static,
{
    let mut tasks = JoinSet::new();
    let mut names = HashMap::new();
    for (name, call) in calls {
        names.insert(tasks.spawn(call).id(), name);
    }
    let mut results = BTreeMap::new();
    while let Some(ended) = tasks.join_next_with_id().await {
        match ended {
            Ok((id, result)) => results.insert(names[&id], Some(result)),
            Err(panic) => {
                results.insert(names[&panic.id()], None);
                break;
            }
        };
    }
    results
}
