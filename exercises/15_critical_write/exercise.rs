//! A write that goes on when nobody waits for it any more.

use std::time::Duration;

use lab::Store;
use tokio::time::error::Elapsed;
use tokio_util::task::TaskTracker;

/// Writes `batch` with `store.write(batch).await` and waits for that, but no
/// longer than `limit`. A write that has begun is never cut off.
pub async fn save(
    store: Store,
    writes: &TaskTracker,
    batch: Vec<u32>,
    limit: Duration,
) -> Result<(), Elapsed> {
    // TODO: after `limit`, leave the write alone. Whoever waits for
    // `writes` can still wait for it.
    todo!("{batch:?} to {store:?}, {limit:?}, {writes:?}")
}
