//! wrong: the_write_goes_on_after_the_limit
//! says: is dropped is cancelled
//!
//! The write is dropped at 1000 ms, half done. Perhaps it is in a task that the
//! tracker knows, and the limit is in there, too: a task protects from the drop
//! of its waiter, and not from a timeout inside. On which side of the task does
//! the limit belong?

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
