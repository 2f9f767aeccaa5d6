//! wrong: the_write_goes_on_after_the_limit
//! says: is dropped is cancelled
//!
//! The write begins, and at 1000 ms it is dropped half done. Perhaps it is a
//! task, and its handle is of the kind that aborts the task when it is dropped.
//! Which kind of handle leaves its task alone?

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
