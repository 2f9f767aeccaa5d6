//! wrong: the_waiting_ends_at_the_limit
//! says: it gives Ok(()) at 3000 ms
//! says: What is it that has the limit
//!
//! The task is awaited, however long it takes.

use std::time::Duration;

use lab::Store;
use tokio::time::error::Elapsed;
use tokio_util::task::TaskTracker;

pub async fn save(
    store: Store,
    writes: &TaskTracker,
    batch: Vec<u32>,
    _limit: Duration,
) -> Result<(), Elapsed> {
    let writing = writes.spawn(async move { store.write(batch).await });
    writing.await.expect("no panic");
    Ok(())
}
