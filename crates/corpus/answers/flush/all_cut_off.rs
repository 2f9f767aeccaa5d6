//! wrong: what_is_left_is_written_before_it_stops
//! says: Some results were lost
//!
//! The whole loop is dropped with all it had: an abort by another name.

use lab::Store;
use tokio::sync::mpsc::Receiver;
use tokio_util::sync::CancellationToken;

pub async fn collect(
    mut readings: Receiver<u32>,
    store: Store,
    stop: CancellationToken,
) {
    stop.run_until_cancelled(async {
        let mut batch = Vec::new();
        while let Some(reading) = readings.recv().await {
            batch.push(reading);
            if batch.len() == 3 {
                store.write(std::mem::take(&mut batch)).await;
            }
        }
        if !batch.is_empty() {
            store.write(batch).await;
        }
    })
    .await;
}
