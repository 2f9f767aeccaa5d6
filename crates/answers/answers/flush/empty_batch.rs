//! wrong: an_empty_batch_is_not_written
//! says: [[1, 2, 3], []]
//!
//! After the three readings, the stop comes at 500 ms, and the timeline shows a
//! second write, of nothing, that takes 100 ms. What is left over when the last
//! batch was full?

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
