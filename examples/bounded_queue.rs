//! A full queue makes the producer wait.
//!
//! In Python this is `asyncio.Queue(maxsize=2)`.
//!
//!     cargo run --example bounded_queue

use std::{error::Error, time::Duration};
use tokio::{
    sync::mpsc::{self, Receiver, Sender, error::SendError},
    time::{Instant, sleep},
};

const CAPACITY: usize = 2;

async fn produce(
    tx: Sender<u32>,
    start: Instant,
) -> Result<(), SendError<u32>> {
    for item in 1..=5 {
        tx.send(item).await?;
        println!("sent {item} at {} ms", start.elapsed().as_millis());
    }
    Ok(())
} // `tx` is dropped here: no sender is left, so the queue is closed.

async fn consume(mut rx: Receiver<u32>, start: Instant) {
    while let Some(item) = rx.recv().await {
        sleep(Duration::from_millis(100)).await;
        println!("  handled {item} at {} ms", start.elapsed().as_millis());
    }
    println!("closed at {} ms", start.elapsed().as_millis());
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn Error>> {
    let start = Instant::now();
    let (tx, rx) = mpsc::channel(CAPACITY);

    let producer = tokio::spawn(produce(tx, start));
    let consumer = tokio::spawn(consume(rx, start));
    producer.await??;
    consumer.await?;
    Ok(())
}
