//! A queue that is full, closed at either end, or unbounded.
//!
//! In Python this is `put_nowait`, `QueueFull` and `Queue()`.
//!
//!     cargo run --example queue_edges

use std::error::Error;
use tokio::sync::mpsc;

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    // ANCHOR: edges
    let (tx, mut rx) = mpsc::channel(1);
    tx.send("a").await?;
    if let Err(error) = tx.try_send("b") {
        println!("full: {error}");
    }

    drop(tx);
    println!("closed: {:?}, {:?}", rx.recv().await, rx.recv().await);

    let (tx, rx) = mpsc::channel(1);
    drop(rx);
    if let Err(error) = tx.send("c").await {
        println!("no receiver: {error}, {:?} comes back", error.0);
    }

    let (tx, rx) = mpsc::unbounded_channel();
    for item in 1..=1000 {
        tx.send(item)?; // No `.await`: there is nothing to wait for.
    }
    println!("unbounded: {} items waiting", rx.len());
    // ANCHOR_END: edges
    Ok(())
}
