//! Make a channel a stream, and wait for batches of it.
//!
//! In Python this is a generator around `await queue.get()`.
//!
//!     cargo run --example receiver_stream --features streams

use std::{pin::pin, time::Duration};
use tokio::{
    sync::mpsc,
    time::{Instant, sleep},
};
use tokio_stream::{StreamExt, wrappers::ReceiverStream};

fn ms(n: u64) -> Duration {
    Duration::from_millis(n)
}

async fn produce(tx: mpsc::Sender<u32>) {
    for (item, pause) in [(1, 10), (2, 10), (3, 10), (4, 500), (5, 10)] {
        sleep(ms(pause)).await;
        if tx.send(item).await.is_err() {
            return;
        }
    }
}

// ANCHOR: main
#[tokio::main]
async fn main() {
    let start = Instant::now();
    let (tx, rx) = mpsc::channel(8);
    tokio::spawn(produce(tx));

    // At most three items, or what has come within 200 ms.
    let batches = ReceiverStream::new(rx).chunks_timeout(3, ms(200));
    let mut batches = pin!(batches);
    while let Some(batch) = batches.next().await {
        println!("{batch:?} at {} ms", start.elapsed().as_millis());
    }
}
// ANCHOR_END: main
