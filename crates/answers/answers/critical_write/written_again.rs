//! wrong: the_write_goes_on_after_the_limit
//! says: it was written 2 times
//!
//! The timeline shows two writes: one is dropped at 1000 ms, and a second one
//! runs from there to 4000 ms. So the first second of work was for nothing, and
//! a real store may have half of the batch already. How can the first write be
//! the one that goes on?

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
    let result = timeout(limit, store.write(batch.clone())).await;
    if result.is_err() {
        writes.spawn(async move { store.write(batch).await });
    }
    result
}
