//! wrong: the_waiting_ends_at_the_limit
//! says: it gives Ok(()) at 3000 ms
//! says: What is it that has the limit
//!
//! The write runs to its end at 3000 ms, as it should. But the caller waits for
//! all of it and hears about it 2000 ms too late. The limit is for the waiting:
//! which wait of yours has it?

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
