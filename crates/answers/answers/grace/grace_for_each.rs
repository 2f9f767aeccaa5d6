//! wrong: there_is_one_deadline_for_all
//! says: one deadline for all of them together
//!
//! Each worker gets a grace of its own, which begins when the one before is
//! done. So `b` may take until 160 ms and `c` even longer, and the timeline
//! shows both finishing after the 100 ms. What has to be computed once, before
//! the first wait?

use std::time::Duration;

use tokio::task::JoinHandle;
use tokio::time::timeout;
use tokio_util::sync::CancellationToken;

pub async fn shut_down(
    workers: Vec<(String, JoinHandle<()>)>,
    stop: CancellationToken,
    grace: Duration,
) -> Vec<String> {
    stop.cancel();
    let mut aborted = Vec::new();
    for (name, mut worker) in workers {
        if timeout(grace, &mut worker).await.is_err() {
            worker.abort();
            let _ = worker.await;
            aborted.push(name);
        }
    }
    aborted
}
