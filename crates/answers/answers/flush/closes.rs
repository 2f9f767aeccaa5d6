//! right
//!
//! Takes what is in the channel already.

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
        let reading = tokio::select! {
            () = stop.cancelled(), if !readings.is_closed() => {
                readings.close();
                continue;
            }
            reading = readings.recv() => reading,
        };
        let Some(reading) = reading else { break };
        batch.push(reading);
        if batch.len() == 3 {
            store.write(std::mem::take(&mut batch)).await;
        }
    }
    if !batch.is_empty() {
        store.write(batch).await;
    }
}
