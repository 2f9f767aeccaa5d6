//! A job of two seconds and a job of one second.
//!
//! In Python this is `asyncio.gather(job(1, 2), job(2, 1))`.
//!
//!     cargo run --example two_jobs

use std::time::Duration;
use tokio::time::{Instant, sleep};

const HOW: &str = "joined";

async fn job(id: u32, seconds: u64) {
    println!("{id} started");
    sleep(Duration::from_secs(seconds)).await;
    println!("{id} completed");
}

#[tokio::main]
async fn main() {
    let start = Instant::now();
    let (one, two) = (job(1, 2), job(2, 1));
    match HOW {
        "joined" => {
            tokio::join!(one, two);
        }
        _ => {
            one.await;
            two.await;
        }
    }
    println!("both after {} ms", start.elapsed().as_millis());
}
