//! wrong: an_empty_batch_is_not_written
//! says: [[1, 2, 3], []]
//!
//! Writes what is left, and be it nothing.

use lab::Store;
use tokio::sync::mpsc::Receiver;
use tokio_util::sync::CancellationToken;

pub async fn collect(
    mut readings: Receiver<u32>,
    store: Store,
    stop: CancellationToken,
) {
    let mut batch = Vec::new();
    while let Some(Some(reading)) =
        stop.run_until_cancelled(readings.recv()).await
    {
        batch.push(reading);
        if batch.len() == 3 {
            store.write(std::mem::take(&mut batch)).await;
        }
    }
    store.write(batch).await;
}
