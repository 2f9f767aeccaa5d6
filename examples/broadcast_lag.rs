//! Five events into a broadcast channel of two, and then the first `recv`.
//!
//! In Python this is `deque(maxlen=2)`, which drops the oldest in silence.
//!
//!     cargo run --example broadcast_lag

use tokio::sync::broadcast::{self, error::SendError};

#[tokio::main]
async fn main() -> Result<(), SendError<u32>> {
    let (tx, mut rx) = broadcast::channel(2);
    for event in 0..5 {
        tx.send(event)?;
    }
    println!("first:  {:?}", rx.recv().await);
    println!("second: {:?}", rx.recv().await);

    let mut late = tx.subscribe();
    tx.send(5)?;
    drop(tx);
    println!("late:   {:?}, {:?}", late.recv().await, late.recv().await);

    let (tx, rx) = broadcast::channel(2);
    drop(rx);
    println!("nobody: {:?}", tx.send(0));
    Ok(())
}
