//! wrong: full_batches_are_written_as_they_fill
//! says: written at [1s]
//! says: full when it has three
//!
//! All seven readings are written in one piece at 1000 ms, when the stop comes.
//! Until then the store had nothing, and a crash would have lost all of it.
//! When is a batch full?

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
    }
    if !batch.is_empty() {
        store.write(batch).await;
    }
}
