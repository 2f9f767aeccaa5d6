//! A grace period: tell, wait for so long, abort who is left.

use std::time::Duration;

use tokio::task::JoinHandle;
use tokio_util::sync::CancellationToken;

/// Sets `stop` and gives all workers together until `grace` is over. Aborts
/// who is left then, and returns their names, in the order of the workers,
/// when nobody runs any more.
pub async fn shut_down(
    workers: Vec<(String, JoinHandle<()>)>,
    stop: CancellationToken,
    grace: Duration,
) -> Vec<String> {
    // TODO: tell, wait, and then no longer.
    todo!("{} workers, {stop:?}, {grace:?}", workers.len())
}
