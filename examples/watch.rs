//! A reader who is slower than the changes sees the latest value, and not all.
//!
//! In Python this is a variable and an `asyncio.Condition`.
//!
//!     cargo run --example watch

use std::time::Duration;
use tokio::{
    sync::watch::{self, Receiver, Sender},
    task::JoinError,
    time::{Instant, sleep},
};

const PAUSE: u64 = 470;

async fn change(level: Sender<u32>) {
    for value in 1..=6 {
        sleep(Duration::from_millis(200)).await;
        level.send_replace(value);
    }
} // `level` is dropped here: no more changes.

// ANCHOR: follow
async fn follow(mut level: Receiver<u32>, start: Instant) {
    loop {
        let value = *level.borrow_and_update();
        println!("{value} at {} ms", start.elapsed().as_millis());
        sleep(Duration::from_millis(PAUSE)).await;
        if level.changed().await.is_err() {
            break;
        }
    }
    println!("closed at {} ms", start.elapsed().as_millis());
}
// ANCHOR_END: follow

#[tokio::main]
async fn main() -> Result<(), JoinError> {
    let start = Instant::now();
    let (tx, rx) = watch::channel(0);
    let follower = tokio::spawn(follow(rx, start));
    tokio::spawn(change(tx));
    follower.await
}
