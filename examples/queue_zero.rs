//! A queue with room for nothing.
//!
//! In Python this is `asyncio.Queue(maxsize=0)`, which has no limit.
//!
//!     cargo run --example queue_zero

use tokio::sync::mpsc;

async fn capacity(capacity: usize) -> usize {
    let (tx, _rx) = mpsc::channel::<u32>(capacity);
    tx.max_capacity()
}

#[tokio::main]
async fn main() {
    for asked in [1, 0] {
        // A task of its own, so that `main` outlives what happens in it.
        match tokio::spawn(capacity(asked)).await {
            Ok(capacity) => println!("channel({asked}): {capacity} slot"),
            Err(error) if error.is_panic() => {
                println!("channel({asked}): panic");
            }
            Err(error) => println!("channel({asked}): {error}"),
        }
    }
}
