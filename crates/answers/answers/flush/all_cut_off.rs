//! wrong: what_is_left_is_written_before_it_stops
//! says: Some results were lost
//!
//! No write has begun, and both readings are lost. Perhaps the whole loop
//! stands beside the token: when the token is cancelled at 250 ms, the loop is
//! dropped with all that it had received. Which part of the loop may be
//! dropped, and where do the readings have to be then?

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
