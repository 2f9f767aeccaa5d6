//! wrong: a_panic_is_no_abort
//! says: aborted: ["broken"]
//! says: who looks at how a task ended
//!
//! A worker that panicked is named among the aborted. Its handle gives an
//! error, as that of an aborted task does, and the two were not told apart.
//! What does the error know about its reason?

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
        let end = match timeout_at(deadline, &mut worker).await {
            Ok(end) => end,
            Err(_) => {
                worker.abort();
                worker.await
            }
        };
        if end.is_err() {
            aborted.push(name);
        }
    }
    aborted
}
