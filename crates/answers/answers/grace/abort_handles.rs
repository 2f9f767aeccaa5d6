//! right
//!
//! Handles that only abort are kept apart from those that are awaited.

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
    let aborts: Vec<_> = workers
        .iter()
        .map(|(_, task)| task.abort_handle())
        .collect();
    let (names, tasks): (Vec<_>, Vec<_>) = workers.into_iter().unzip();
    let mut all = std::pin::pin!(futures::future::join_all(tasks));
    let ends = match timeout_at(deadline, &mut all).await {
        Ok(ends) => ends,
        Err(_) => {
            aborts.iter().for_each(|task| task.abort());
            all.await
        }
    };
    let was_aborted = |end: &Result<(), tokio::task::JoinError>| {
        end.as_ref().is_err_and(|error| error.is_cancelled())
    };
    let ends = names.into_iter().zip(ends);
    ends.filter(|(_, end)| was_aborted(end))
        .map(|(name, _)| name)
        .collect()
}
