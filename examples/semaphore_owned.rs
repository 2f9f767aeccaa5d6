//! Take the permit first and spawn then: never more than two tasks live.
//!
//! In Python this is `await permits.acquire()` before `create_task`.
//!
//!     cargo run --example semaphore_owned

use std::{error::Error, sync::Arc, time::Duration};
use tokio::{
    sync::{OwnedSemaphorePermit, Semaphore},
    task::JoinSet,
    time::{Instant, sleep},
};

async fn download(_id: u32, _permit: OwnedSemaphorePermit) {
    sleep(Duration::from_millis(50)).await;
} // The task ends and drops the permit that it owns.

// ANCHOR: main
#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let start = Instant::now();
    let permits = Arc::new(Semaphore::new(2));

    let mut downloads = JoinSet::new();
    for id in 1..=6 {
        let permit = permits.clone().acquire_owned().await?;
        println!("spawned {id} at {} ms", start.elapsed().as_millis());
        downloads.spawn(download(id, permit));
        // The set keeps what has ended until it is taken out.
        while let Some(ended) = downloads.try_join_next() {
            ended?;
        }
    }
    while let Some(ended) = downloads.join_next().await {
        ended?;
    }
    println!("total {} ms", start.elapsed().as_millis());
    Ok(())
}
// ANCHOR_END: main
