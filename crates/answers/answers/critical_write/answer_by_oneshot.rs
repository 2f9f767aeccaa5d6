//! right
//!
//! The task sends its answer.

use std::time::Duration;
use tokio::sync::oneshot;

use lab::Store;
use tokio::time::{error::Elapsed, timeout};
use tokio_util::task::TaskTracker;

pub async fn save(
    store: Store,
    writes: &TaskTracker,
    batch: Vec<u32>,
    limit: Duration,
) -> Result<(), Elapsed> {
    let (tx, rx) = oneshot::channel();
    writes.spawn(async move {
        store.write(batch).await;
        let _ = tx.send(());
    });
    timeout(limit, rx)
        .await
        .map(|sent| sent.expect("the task answers"))
}
