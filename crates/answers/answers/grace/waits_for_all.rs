//! wrong: the_straggler_is_aborted_and_named
//! says: let finish, long after the grace period
//!
//! Nothing has a limit: the timeline shows `index` running to its end at 60000
//! ms, and your function waits for it. What should happen at 200 ms, and to
//! whom?

use std::time::Duration;

use tokio::task::JoinHandle;
use tokio_util::sync::CancellationToken;

pub async fn shut_down(
    workers: Vec<(String, JoinHandle<()>)>,
    stop: CancellationToken,
    grace: Duration,
) -> Vec<String> {
    stop.cancel();
    let _ = grace;
    for (_, worker) in workers {
        let _ = worker.await;
    }
    Vec::new()
}
