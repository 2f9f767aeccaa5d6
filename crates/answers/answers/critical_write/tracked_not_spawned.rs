//! wrong: the_write_goes_on_after_the_limit
//! says: is dropped is cancelled
//!
//! The write is dropped at 1000 ms, half done. Perhaps the tracker knows of its
//! future, and that is all: to be tracked is to be counted, and what the
//! timeout holds is still dropped with it. What runs on when its waiter is
//! gone?

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
    timeout(limit, writes.track_future(store.write(batch))).await
}
