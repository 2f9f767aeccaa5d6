//! wrong: a_write_that_has_begun_is_not_cut_off
//! says: dropped half done
//! says: part of what is dropped
//!
//! The write begins at 0 ms and is dropped half done when the stop comes, at 50
//! ms. It stands beside the token, as the wait for a reading does. Which of the
//! two waits may be given up without losing anything?

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
            let full = std::mem::take(&mut batch);
            stop.run_until_cancelled(store.write(full)).await;
        }
    }
    if !batch.is_empty() {
        store.write(batch).await;
    }
}
