//! wrong: the_write_goes_on_after_the_limit
//! says: is dropped is cancelled
//!
//! The write is dropped at 1000 ms, half done. Perhaps the timeout holds it,
//! and a timeout drops what it holds. A store does not get half a batch, so all
//! of it is lost. What could the timeout wait for instead, that may be dropped?

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
