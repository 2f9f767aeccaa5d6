//! Three workers begin the second stage together, when the last has arrived.
//!
//! In Python this is `asyncio.Barrier`.
//!
//!     cargo run --example barrier

use std::{sync::Arc, time::Duration};
use tokio::{
    sync::Barrier,
    task::JoinError,
    time::{Instant, sleep},
};

async fn work(seconds: u64, barrier: Arc<Barrier>) -> (Duration, bool) {
    sleep(Duration::from_secs(seconds)).await;
    let arrived = Instant::now();
    let leader = barrier.wait().await.is_leader();
    (arrived.elapsed(), leader)
}

#[tokio::main]
async fn main() -> Result<(), JoinError> {
    let start = Instant::now();
    let barrier = Arc::new(Barrier::new(3));

    let mut workers = Vec::new();
    for seconds in 1..=3 {
        workers.push(tokio::spawn(work(seconds, barrier.clone())));
    }
    for (worker, id) in workers.into_iter().zip(1..) {
        let (waited, leader) = worker.await?;
        let waited = waited.as_millis();
        println!("worker {id} waited {waited} ms, leader: {leader}");
    }
    println!("stage 2 at {} ms", start.elapsed().as_millis());
    Ok(())
}
