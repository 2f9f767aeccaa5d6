//! A grace period: tell, wait for so long, abort who is left.

use std::time::Duration;

use tokio::task::JoinHandle;
// begin solution
use tokio::time::{Instant, timeout_at};
// end solution
use tokio_util::sync::CancellationToken;

/// Sets `stop` and gives all workers together until `grace` is over. Aborts
/// who is left then, and returns their names, in the order of the workers,
/// when nobody runs any more.
pub async fn shut_down(
    workers: Vec<(String, JoinHandle<()>)>,
    stop: CancellationToken,
    grace: Duration,
) -> Vec<String> {
    // begin solution
    //~ // TODO: tell, wait, and then no longer.
    //~ todo!("{} workers, {stop:?}, {grace:?}", workers.len())
    stop.cancel();
    let deadline = Instant::now() + grace;
    let mut aborted = Vec::new();
    for (name, mut worker) in workers {
        // `&mut`: the handle is still needed when the time is up.
        if timeout_at(deadline, &mut worker).await.is_err() {
            worker.abort();
            // An abort is a request; this waits until the task is gone. It
            // may also have ended by itself at the last moment.
            let end = worker.await;
            if end.is_err_and(|error| error.is_cancelled()) {
                aborted.push(name);
            }
        }
    }
    aborted
    // end solution
}
