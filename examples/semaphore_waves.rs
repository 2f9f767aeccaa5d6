//! How long many jobs take when only a few may run at once.
//!
//! In Python this is `async with semaphore:` in each of the jobs.
//!
//!     cargo run --example semaphore_waves

use futures::future::join_all;
use std::time::Duration;
use tokio::{
    join,
    sync::Semaphore,
    time::{Instant, sleep},
};

async fn job(millis: u64, permits: &Semaphore) {
    let _permit = permits
        .acquire()
        .await
        .expect("the semaphore is never closed");
    sleep(Duration::from_millis(millis)).await;
}

/// Runs `jobs` jobs of `millis` ms each, `at_once` at a time.
async fn total(jobs: usize, millis: u64, at_once: usize) -> Duration {
    let start = Instant::now();
    let permits = Semaphore::new(at_once);
    join_all((0..jobs).map(|_| job(millis, &permits))).await;
    start.elapsed()
}

#[tokio::main]
async fn main() {
    let (few, many, uneven) =
        join!(total(12, 100, 3), total(20, 1000, 5), total(6, 50, 4));
    println!("12 jobs of 100 ms, 3 at once: {} ms", few.as_millis());
    println!("20 jobs of 1000 ms, 5 at once: {} ms", many.as_millis());
    println!("6 jobs of 50 ms, 4 at once: {} ms", uneven.as_millis());
}
