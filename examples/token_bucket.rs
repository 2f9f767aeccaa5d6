//! A token bucket: a burst of three, then one call every 100 ms.
//!
//! In Python this is a semaphore that a background task refills.
//!
//!     cargo run --example token_bucket

use std::{error::Error, sync::Arc, time::Duration};
use tokio::{
    sync::Semaphore,
    time::{Instant, interval, sleep},
};

const CAPACITY: usize = 3;

// ANCHOR: refill
async fn refill(bucket: Arc<Semaphore>) {
    let mut ticks = interval(Duration::from_millis(100));
    ticks.tick().await; // The first tick is at once, and the bucket is full.
    loop {
        ticks.tick().await;
        // Only this task adds, so the bucket cannot run over in between.
        if bucket.available_permits() < CAPACITY {
            bucket.add_permits(1);
        }
    }
}
// ANCHOR_END: refill

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let start = Instant::now();
    let bucket = Arc::new(Semaphore::new(CAPACITY));
    let refill = tokio::spawn(refill(bucket.clone()));

    for id in 1..=5 {
        bucket.acquire().await?.forget();
        println!("call {id} at {} ms", start.elapsed().as_millis());
    }
    // Nobody calls for a while: the bucket fills up and not further.
    sleep(Duration::from_millis(950)).await;
    println!("then {} tokens", bucket.available_permits());

    refill.abort();
    Ok(())
}
