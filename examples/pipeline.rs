//! A producer and a consumer, joined inside one task.
//!
//! In Python this is `asyncio.gather(produce(queue), consume(queue))`.
//!
//!     cargo run --example pipeline

use tokio::{join, sync::mpsc};

#[tokio::main]
async fn main() {
    let (tx, mut rx) = mpsc::channel(10);

    // ANCHOR: blocks
    // `move`: this block owns `tx`, so `tx` is dropped when the block ends.
    let produce = async move {
        for item in 1..=5 {
            tx.send(item).await.expect("the receiver outlives the loop");
        }
    };
    let consume = async {
        let mut squares = Vec::new();
        while let Some(item) = rx.recv().await {
            squares.push(item * item);
        }
        squares
    };
    let ((), squares) = join!(produce, consume);
    // ANCHOR_END: blocks
    println!("results {squares:?}");
}
