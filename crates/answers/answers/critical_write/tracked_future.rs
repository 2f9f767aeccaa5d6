//! right
//!
//! Tracked by hand.

use std::time::Duration;

use lab::Store;
use tokio::time::{error::Elapsed, timeout};
use tokio_util::task::TaskTracker;

pub async fn save(
    store: Store,
    writes: &TaskTracker,
    batch: Vec<u32>,
    limit: Duration,
) -> Result<(), Elapsed> {
    let write = async move { store.write(batch).await };
    let writing = tokio::spawn(writes.track_future(write));
    timeout(limit, writing)
        .await
        .map(|ended| ended.expect("no panic"))
}
