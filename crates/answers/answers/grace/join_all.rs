//! right
//!
//! A block for each worker, all at the same time.

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
    let ends = workers.into_iter().map(|(name, mut worker)| async move {
        match timeout_at(deadline, &mut worker).await {
            Ok(_) => None,
            Err(_) => {
                worker.abort();
                let end = worker.await;
                end.is_err_and(|error| error.is_cancelled()).then_some(name)
            }
        }
    });
    let ends = futures::future::join_all(ends).await;
    ends.into_iter().flatten().collect()
}
