//! The same write behind a handle that aborts its task when it is dropped.
//!
//! In Python this is `wait_for(writing)` without a shield.
//!
//!     cargo run --example abort_on_drop --features util

use std::time::Duration;
use tokio::time::{Instant, sleep, timeout};
use tokio_util::task::AbortOnDropHandle;

async fn write(start: Instant) {
    sleep(Duration::from_secs(3)).await;
    println!("write done at {} ms", start.elapsed().as_millis());
}

// ANCHOR: main
#[tokio::main]
async fn main() {
    let start = Instant::now();
    let writing = AbortOnDropHandle::new(tokio::spawn(write(start)));
    match timeout(Duration::from_secs(1), writing).await {
        Ok(Ok(())) => println!("main: written"),
        Ok(Err(e)) => println!("main: not written: {e}"),
        Err(_) => {
            println!("main: timeout at {} ms", start.elapsed().as_millis());
        }
    }
    sleep(Duration::from_secs(3)).await;
    println!("main ends at {} ms", start.elapsed().as_millis());
}
// ANCHOR_END: main
