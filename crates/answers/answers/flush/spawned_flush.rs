//! wrong: what_is_left_is_written_before_it_stops
//! says: Some results were lost
//!
//! No write has begun when the function returns, and both readings are lost to
//! the caller. Perhaps the last write is in a task that nobody waits for: it
//! would begin after the return, and a program that ends then drops it. Who has
//! to know that the write is done?

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
    if !batch.is_empty() {
        tokio::spawn(async move { store.write(batch).await });
    }
}
