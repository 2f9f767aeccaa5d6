//! Pour a stream into a sink.
//!
//! In Python this is a loop of `async for` and `await queue.put(item)`.
//!
//!     cargo run --example forward

use futures::{SinkExt, StreamExt, channel::mpsc, stream};
use std::time::Duration;
use tokio::time::{Instant, sleep};

async fn consume(mut rx: mpsc::Receiver<String>, start: Instant) {
    while let Some(item) = rx.next().await {
        println!("{item} at {} ms", start.elapsed().as_millis());
        sleep(Duration::from_millis(100)).await;
    }
    println!("closed at {} ms", start.elapsed().as_millis());
}

// ANCHOR: main
#[tokio::main]
async fn main() -> Result<(), mpsc::SendError> {
    let (tx, rx) = mpsc::channel(0); // of futures: a sink and a stream
    let consumer = tokio::spawn(consume(rx, Instant::now()));

    let named = async |number: u32| Ok(format!("item {number}"));
    let mut sink = Box::pin(tx.with(named));
    sink.send(0).await?;
    stream::iter(1..=2).map(Ok).forward(sink).await?;
    let _ = consumer.await;
    Ok(())
}
// ANCHOR_END: main
