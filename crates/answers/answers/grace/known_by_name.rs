//! wrong: names_are_only_names
//! says: "a"
//!
//! The workers are kept under their names. Two with one name are one there:
//! the first is forgotten, is never aborted, and runs on.

use std::collections::HashMap;
use std::time::Duration;

use tokio::task::JoinHandle;
use tokio::time::{Instant, timeout_at};
use tokio_util::sync::CancellationToken;

pub async fn shut_down(
    workers: Vec<(String, JoinHandle<()>)>,
    stop: CancellationToken,
    grace: Duration,
) -> Vec<String> {
    stop.cancel();
    let deadline = Instant::now() + grace;
    let mut names: Vec<String> = Vec::new();
    let mut handles = HashMap::new();
    for (name, handle) in workers {
        if !names.contains(&name) {
            names.push(name.clone());
        }
        handles.insert(name, handle);
    }
    let mut aborted = Vec::new();
    for name in names {
        let Some(mut worker) = handles.remove(&name) else {
            continue;
        };
        if timeout_at(deadline, &mut worker).await.is_err() {
            worker.abort();
            if worker.await.is_err_and(|error| error.is_cancelled()) {
                aborted.push(name);
            }
        }
    }
    aborted
}
