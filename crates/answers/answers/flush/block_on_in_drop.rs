//! wrong: what_is_left_is_written_before_it_stops
//! says: Cannot start a runtime from within a runtime
//!
//! The last write stands in a destructor, and a destructor cannot await.
//! `block_on` would have to hold the thread on which the runtime itself is
//! running, so it panics. Where in an async function is a place at which
//! everything is over but the last write?

use lab::Store;
use tokio::runtime::Handle;
use tokio::sync::mpsc::Receiver;
use tokio_util::sync::CancellationToken;

struct Batch(Vec<u32>, Store);

impl Drop for Batch {
    fn drop(&mut self) {
        let batch = std::mem::take(&mut self.0);
        if !batch.is_empty() {
            Handle::current().block_on(self.1.write(batch));
        }
    }
}

pub async fn collect(
    mut readings: Receiver<u32>,
    store: Store,
    stop: CancellationToken,
) {
    let mut batch = Batch(Vec::new(), store.clone());
    while let Some(Some(reading)) =
        stop.run_until_cancelled(readings.recv()).await
    {
        batch.0.push(reading);
        if batch.0.len() == 3 {
            store.write(std::mem::take(&mut batch.0)).await;
        }
    }
}
