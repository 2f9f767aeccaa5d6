//! One waiter gives up; its arrival still counts, so the other passes alone.
//!
//! In Python this is `asyncio.Barrier`, which takes the arrival back.
//!
//!     cargo run --example barrier_cancelled

use std::time::Duration;
use tokio::{sync::Barrier, time::timeout};

// ANCHOR: main
async fn arrive(barrier: &Barrier) -> &'static str {
    match timeout(Duration::from_millis(100), barrier.wait()).await {
        Ok(_) => "passes",
        Err(_) => "gives up",
    }
}

#[tokio::main]
async fn main() {
    let barrier = Barrier::new(2);
    println!("first:  {}", arrive(&barrier).await);
    println!("second: {}", arrive(&barrier).await);
    println!("third:  {}", arrive(&barrier).await);
}
// ANCHOR_END: main
