//! A collector that writes what it has before it stops.

use lab::Store;
use tokio::sync::mpsc::Receiver;
use tokio_util::sync::CancellationToken;

/// Receives readings and writes them with `store.write(batch).await`, three
/// at a time. Ends when it is asked to, or when no more readings come.
pub async fn collect(
    mut readings: Receiver<u32>,
    store: Store,
    stop: CancellationToken,
) {
    // TODO: batches of three; and when it ends, what is left.
    readings.close();
    todo!("{store:?} {stop:?}")
}
