//! wrong: each_name_has_its_own_result
//! says: ("a", Some(50))
//! says: not the order of the list
//!
//! The names stand in the order of the list, and the results come as the tasks
//! end: in the timeline b is the first, at 100 ms, and a gets its result. The
//! two orders differ. By what can one tell, at the end of a task, which one it
//! was?

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
    let mut names = Vec::new();
    for (name, call) in calls {
        names.push(name);
        tasks.spawn(call);
    }
    let mut results = BTreeMap::new();
    for name in names {
        let ended = tasks.join_next().await.expect("as many as names");
        results.insert(name, ended.ok());
    }
    results
}
