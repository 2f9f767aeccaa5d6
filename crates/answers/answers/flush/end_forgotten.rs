//! wrong: the_end_of_the_readings_is_an_end_too
//! says: Some results were lost
//!
//! The first batch is written, and then the readings end. Your function returns
//! at that point, with reading 4 in its hands. Which of the two ends has a last
//! step, and why not the other?

use lab::Store;
use tokio::sync::mpsc::Receiver;
use tokio_util::sync::CancellationToken;

pub async fn collect(
    mut readings: Receiver<u32>,
    store: Store,
    stop: CancellationToken,
) {
    let mut batch = Vec::new();
    while let Some(reading) = stop.run_until_cancelled(readings.recv()).await {
        let Some(reading) = reading else { return };
        batch.push(reading);
        if batch.len() == 3 {
            store.write(std::mem::take(&mut batch)).await;
        }
    }
    if !batch.is_empty() {
        store.write(batch).await;
    }
}
