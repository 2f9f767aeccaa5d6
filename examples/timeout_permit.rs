//! Four jobs share one permit, and the time limit counts the waiting or not.
//!
//! In Python the two `async with` change places.
//!
//!     cargo run --example timeout_permit

use futures::future::join_all;
use std::time::Duration;
use tokio::{
    sync::Semaphore,
    time::{Instant, sleep, timeout},
};

// ANCHOR: job
const LIMITED: &str = "wait and work";

const LIMIT: Duration = Duration::from_millis(100);

async fn work() {
    sleep(Duration::from_millis(60)).await;
}

async fn wait_and_work(permits: &Semaphore) {
    let _permit = permits.acquire().await.expect("never closed");
    work().await;
}

async fn job(_id: u32, permits: &Semaphore) -> &'static str {
    let result = if LIMITED == "wait and work" {
        timeout(LIMIT, wait_and_work(permits)).await
    } else {
        let _permit = permits.acquire().await.expect("never closed");
        timeout(LIMIT, work()).await
    };
    if result.is_ok() { "ok" } else { "late" }
}
// ANCHOR_END: job

#[tokio::main]
async fn main() {
    let start = Instant::now();
    let permits = Semaphore::new(1);
    let jobs = (1..=4).map(|id| job(id, &permits));
    let results = join_all(jobs).await.join(", ");
    println!("{results} after {} ms", start.elapsed().as_millis());
}
