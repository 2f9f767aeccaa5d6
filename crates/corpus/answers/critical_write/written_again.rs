//! wrong: the_write_goes_on_after_the_limit
//! says: once
//!
//! Cut off, and begun anew in a task.

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
