//! The first result of a set; then the rest is cancelled and waited for.
//!
//! In Python this is `wait`, `cancel` and `gather(.., return_exceptions=True)`.
//!
//!     cargo run --example cancel_rest

use std::time::Duration;
use tokio::{
    task::{JoinError, JoinSet},
    time::sleep,
};

// ANCHOR: main
/// Runs on every way out, also when its owner is dropped in mid-wait.
struct Cleanup(u32);

impl Drop for Cleanup {
    fn drop(&mut self) {
        println!("worker {} has cleaned up", self.0);
    }
}

async fn worker(id: u32) -> u32 {
    let _cleanup = Cleanup(id);
    sleep(Duration::from_millis(100 * u64::from(id))).await;
    id
}

#[tokio::main]
async fn main() -> Result<(), JoinError> {
    let mut set: JoinSet<u32> = [1, 2].into_iter().map(worker).collect();
    if let Some(first) = set.join_next().await {
        println!("first: worker {}, {} pending", first?, set.len());
    }
    set.shutdown().await; // abort_all, and a loop of join_next
    println!("none of them is left");
    Ok(())
}
// ANCHOR_END: main
