//! wrong: it_stops_as_soon_as_it_is_asked
//! says: it took 600 ms
//!
//! Your loop asks the token twice a second. The stop comes at 250 ms, and the
//! timeline shows the write beginning at 500 ms. What could you wait for,
//! together with the next reading, instead of a clock?

use std::time::Duration;

use tokio::time::timeout;

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
        let limit = Duration::from_millis(500);
        match timeout(limit, readings.recv()).await {
            Ok(Some(reading)) => batch.push(reading),
            Ok(None) => break,
            Err(_) => continue,
        }
        if batch.len() == 3 {
            store.write(std::mem::take(&mut batch)).await;
        }
    }
    if !batch.is_empty() {
        store.write(batch).await;
    }
}
