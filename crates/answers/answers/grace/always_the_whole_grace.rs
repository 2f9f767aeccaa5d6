//! wrong: who_is_quick_waits_for_nobody
//! says: it took 200 ms
//! says: nothing was left to wait for
//!
//! Both workers have finished at 50 ms, and your function sleeps on to 200 ms.
//! The grace is a limit for those who are slow. What could end the wait
//! earlier?

use std::time::Duration;

use tokio::task::JoinHandle;
use tokio::time::sleep;
use tokio_util::sync::CancellationToken;

pub async fn shut_down(
    workers: Vec<(String, JoinHandle<()>)>,
    stop: CancellationToken,
    grace: Duration,
) -> Vec<String> {
    stop.cancel();
    sleep(grace).await;
    let mut aborted = Vec::new();
    for (name, worker) in workers {
        worker.abort();
        if worker.await.is_err_and(|error| error.is_cancelled()) {
            aborted.push(name);
        }
    }
    aborted
}
