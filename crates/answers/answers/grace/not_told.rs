//! wrong: the_straggler_is_aborted_and_named
//! says: aborted: ["index", "mail", "cache"]
//! says: although there was time
//!
//! All three run until 200 ms, also `mail`, which needs 10 ms to end. They work
//! until they are told to stop, and nobody told them. What comes before the
//! wait?

use std::time::Duration;

use tokio::task::JoinHandle;
use tokio::time::{Instant, timeout_at};
use tokio_util::sync::CancellationToken;

pub async fn shut_down(
    workers: Vec<(String, JoinHandle<()>)>,
    stop: CancellationToken,
    grace: Duration,
) -> Vec<String> {
    let _ = stop;
    let deadline = Instant::now() + grace;
    let mut aborted = Vec::new();
    for (name, mut worker) in workers {
        if timeout_at(deadline, &mut worker).await.is_err() {
            worker.abort();
            let _ = worker.await;
            aborted.push(name);
        }
    }
    aborted
}
