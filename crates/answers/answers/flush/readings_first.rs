//! wrong: a_busy_sender_does_not_put_off_the_end
//! says: it ended at 10
//!
//! A reading that is there is taken before anybody looks at the stop. While
//! somebody sends without a pause, there is always one, and the stop is seen
//! only when the sender has gone, after ten seconds.

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
            biased;
            reading = readings.recv() => match reading {
                Some(reading) => batch.push(reading),
                None => break,
            },
            () = stop.cancelled() => break,
        }
        if batch.len() == 3 {
            store.write(std::mem::take(&mut batch)).await;
        }
    }
    if !batch.is_empty() {
        store.write(batch).await;
    }
}
