//! wrong: the_write_is_tracked
//! says: over at 1000 ms
//! says: does not know of the write
//!
//! The write goes on after the limit, and nobody can wait for it. The tracker
//! was empty, so its `wait()` was over at 1000 ms, with the write half done.
//! Who has to know of the task from its beginning?

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
    let writing = tokio::spawn(async move { store.write(batch).await });
    timeout(limit, writing)
        .await
        .map(|ended| ended.expect("no panic"))
}
