//! wrong: the_write_goes_on_after_the_limit
//! says: is dropped is cancelled
//!
//! Tracked, spawned, and the limit is still around the write.

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
    let write = async move { timeout(limit, store.write(batch)).await };
    writes.spawn(write).await.expect("no panic")
}
