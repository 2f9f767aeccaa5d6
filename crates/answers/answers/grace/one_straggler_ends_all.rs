//! wrong: the_straggler_is_aborted_and_named
//! says: ["index", "mail", "cache"]
//!
//! `mail` and `cache` finish at 10 and 50 ms, and are named all the same. The
//! wait for `index` comes first in the list and takes the whole grace, so
//! nobody has looked at the others when the limit strikes. How can you tell of
//! each worker whether it has finished?

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
    let (names, mut handles): (Vec<_>, Vec<_>) = workers.into_iter().unzip();
    let mut finished = 0;
    let all = async {
        for handle in &mut handles {
            let _ = handle.await;
            finished += 1;
        }
    };
    let _ = timeout(grace, all).await;
    for handle in &mut handles[finished..] {
        handle.abort();
        let _ = handle.await;
    }
    names[finished..].to_vec()
}
