//! wrong: the_write_goes_on_after_the_limit
//! says: is dropped is cancelled
//!
//! The timeout is around the write itself.

use std::time::Duration;

use lab::Store;
use tokio::time::{error::Elapsed, timeout};
use tokio_util::task::TaskTracker;

pub async fn save(
    store: Store,
    _writes: &TaskTracker,
    batch: Vec<u32>,
    limit: Duration,
) -> Result<(), Elapsed> {
    timeout(limit, store.write(batch)).await
}
