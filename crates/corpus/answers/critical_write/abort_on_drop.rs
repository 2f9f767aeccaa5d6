//! wrong: the_write_goes_on_after_the_limit
//! says: is dropped is cancelled
//!
//! A handle that takes its task with it.

use std::time::Duration;
use tokio_util::task::AbortOnDropHandle;

use lab::Store;
use tokio::time::{error::Elapsed, timeout};
use tokio_util::task::TaskTracker;

pub async fn save(
    store: Store,
    writes: &TaskTracker,
    batch: Vec<u32>,
    limit: Duration,
) -> Result<(), Elapsed> {
    let writing = writes.spawn(async move { store.write(batch).await });
    let writing = AbortOnDropHandle::new(writing);
    timeout(limit, writing)
        .await
        .map(|ended| ended.expect("no panic"))
}
