//! wrong: the_straggler_is_aborted_and_named
//! says: still there: index
//! says: Who waits for that?
//!
//! Your function returns at 200 ms, and the timeline shows `index` still at
//! work. Perhaps the timeout had the handle and dropped it with its end: that
//! detaches the task, and nobody can abort it any more. Who needs the handle
//! after the limit?

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
    let mut aborted = Vec::new();
    for (name, worker) in workers {
        if timeout_at(deadline, worker).await.is_err() {
            aborted.push(name);
        }
    }
    aborted
}
