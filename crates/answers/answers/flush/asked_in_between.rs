//! wrong: what_is_left_is_written_before_it_stops
//! says: never finished
//! says: what ends each loop, and each wait
//!
//! The token is looked at between two readings. After the second reading your
//! loop waits for a third one that does not come, and hears nothing of the stop
//! at 250 ms. What can end that wait?

use lab::Store;
use tokio::sync::mpsc::Receiver;
use tokio_util::sync::CancellationToken;

pub async fn collect(
    mut readings: Receiver<u32>,
    store: Store,
    stop: CancellationToken,
) {
    let mut batch = Vec::new();
    while !stop.is_cancelled() {
        let Some(reading) = readings.recv().await else {
            break;
        };
        batch.push(reading);
        if batch.len() == 3 {
            store.write(std::mem::take(&mut batch)).await;
        }
    }
    if !batch.is_empty() {
        store.write(batch).await;
    }
}
