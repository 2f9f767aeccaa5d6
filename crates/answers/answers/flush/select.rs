//! right
//!
//! The two ends as two arms.

use lab::Store;
use tokio::sync::mpsc::Receiver;
use tokio_util::sync::CancellationToken;

pub async fn collect(
    mut readings: Receiver<u32>,
    store: Store,
    stop: CancellationToken,
) {
    let mut batch = Vec::new();
    loop {
        tokio::select! {
            () = stop.cancelled() => break,
            reading = readings.recv() => match reading {
                Some(reading) => batch.push(reading),
                None => break,
            },
        }
        if batch.len() == 3 {
            store.write(std::mem::take(&mut batch)).await;
        }
    }
    if !batch.is_empty() {
        store.write(batch).await;
    }
}
