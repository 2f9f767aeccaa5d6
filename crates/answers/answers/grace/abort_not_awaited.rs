//! wrong: the_straggler_is_aborted_and_named
//! says: still there: index
//! says: `abort` only asks
//!
//! Your function returns at 200 ms, and the timeline shows `index` still there.
//! Perhaps it was aborted: `abort` asks, and the task is dropped when the
//! runtime comes to it. How can you learn that it is gone?

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
    for (name, mut worker) in workers {
        if timeout_at(deadline, &mut worker).await.is_err() {
            worker.abort();
            aborted.push(name);
        }
    }
    aborted
}
