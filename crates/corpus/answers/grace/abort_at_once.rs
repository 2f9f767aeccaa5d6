//! wrong: the_straggler_is_aborted_and_named
//! says: aborted: ["index", "mail", "cache"]
//!
//! Tells and aborts in one go.

use std::time::Duration;

use tokio::task::JoinHandle;
use tokio_util::sync::CancellationToken;

pub async fn shut_down(
    workers: Vec<(String, JoinHandle<()>)>,
    stop: CancellationToken,
    grace: Duration,
) -> Vec<String> {
    stop.cancel();
    let _ = grace;
    let mut aborted = Vec::new();
    for (name, worker) in workers {
        worker.abort();
        if worker.await.is_err_and(|error| error.is_cancelled()) {
            aborted.push(name);
        }
    }
    aborted
}
