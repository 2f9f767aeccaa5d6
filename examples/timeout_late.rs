//! Work that tries to go on after its time is over.
//!
//! In Python it catches `CancelledError`, and `wait_for` waits for it.
//!
//!     cargo run --example timeout_late

use std::time::Duration;
use tokio::time::{Instant, sleep, timeout};

// ANCHOR: main
struct Cleanup;

impl Drop for Cleanup {
    // No async function: there is no place for an `.await`.
    fn drop(&mut self) {
        println!("cleanup");
    }
}

async fn stubborn() -> &'static str {
    let _cleanup = Cleanup;
    sleep(Duration::from_millis(500)).await;
    "never reached"
}

#[tokio::main]
async fn main() {
    let start = Instant::now();
    let limit = Duration::from_millis(100);
    let result = timeout(limit, stubborn()).await;
    println!("{result:?} after {} ms", start.elapsed().as_millis());
}
// ANCHOR_END: main
