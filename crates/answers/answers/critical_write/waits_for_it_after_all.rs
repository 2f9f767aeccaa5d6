//! wrong: the_waiting_ends_at_the_limit
//! says: at 3000 ms
//! says: what is awaited besides
//!
//! Nothing is lost: the write runs to its end at 3000 ms. But your function
//! returns at 3000 ms, too, so something was awaited besides what has the
//! limit. Who else could wait for the rest of the write, and does the caller
//! have to?

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
    let mut writing = writes.spawn(async move { store.write(batch).await });
    let result = timeout(limit, &mut writing).await;
    if result.is_err() {
        writing.await.expect("no panic");
    }
    result.map(|ended| ended.expect("no panic"))
}
