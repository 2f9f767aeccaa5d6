//! Give up waiting for a write of 3 s after 1 s, and let it finish.
//!
//! In Python this is `wait_for(shield(..))`.
//!
//!     cargo run --example shield

use std::time::Duration;
use tokio::time::{Instant, sleep, timeout};

const LIMIT: u64 = 1; // seconds

async fn write(start: Instant) {
    sleep(Duration::from_secs(3)).await;
    println!("write done at {} ms", start.elapsed().as_millis());
}

#[tokio::main]
async fn main() {
    let start = Instant::now();
    let writing = tokio::spawn(write(start));
    match timeout(Duration::from_secs(LIMIT), writing).await {
        Ok(Ok(())) => println!("main: written"),
        Ok(Err(e)) => println!("main: not written: {e}"),
        Err(_) => {
            println!("main: timeout at {} ms", start.elapsed().as_millis());
        }
    }
    sleep(Duration::from_secs(3)).await;
    println!("main ends at {} ms", start.elapsed().as_millis());
}
