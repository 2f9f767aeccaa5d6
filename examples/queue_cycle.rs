//! Two tasks that send to each other, each through a bounded channel.
//!
//! In Python this is two coroutines with two `Queue(maxsize=n)`.
//!
//!     cargo run --example queue_cycle

use std::time::Duration;
use tokio::{
    join,
    sync::mpsc::{self, Receiver, Sender, error::SendError},
    time::timeout,
};

// ANCHOR: partner
async fn partner(
    to: Sender<u32>,
    mut from: Receiver<u32>,
) -> Result<u32, SendError<u32>> {
    for n in 1..=3 {
        to.send(n).await?; // Waits for a slot, and takes nothing meanwhile.
    }
    drop(to);
    let mut sum = 0;
    while let Some(n) = from.recv().await {
        sum += n;
    }
    Ok(sum)
}
// ANCHOR_END: partner

#[tokio::main]
async fn main() {
    for capacity in [1, 2, 3] {
        let (to_b, from_a) = mpsc::channel(capacity);
        let (to_a, from_b) = mpsc::channel(capacity);
        let both =
            async { join!(partner(to_b, from_b), partner(to_a, from_a)) };
        let end = timeout(Duration::from_millis(500), both).await;
        println!("{capacity} slots: {end:?}");
    }
}
