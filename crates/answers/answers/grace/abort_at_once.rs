//! wrong: the_straggler_is_aborted_and_named
//! says: aborted: ["index", "mail", "cache"]
//!
//! All three are dropped at 0 ms: they are told and aborted in one go. `mail`
//! and `cache` would have needed 10 and 50 ms, and 200 ms are given. What
//! should happen between the telling and the aborting?

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
