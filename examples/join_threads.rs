//! Two computations, each on a thread of its own, and a `join!` that waits.
//!
//! In Python this is `asyncio.to_thread`, or a pool of processes.
//!
//!     cargo run --example join_threads

use std::sync::Barrier;
use tokio::task::{JoinError, spawn_blocking};

static BOTH: Barrier = Barrier::new(2);

/// Stands for a long computation: it blocks its thread.
fn compute() {
    BOTH.wait(); // until the other one has begun, too
}

#[tokio::main]
async fn main() -> Result<(), JoinError> {
    let (a, b) = tokio::join!(spawn_blocking(compute), spawn_blocking(compute));
    a?;
    b?;
    println!("each had a thread of its own");
    Ok(())
}
