//! Let at most two of six downloads run at once.
//!
//! In Python this is `asyncio.Semaphore`.
//!
//!     cargo run --example semaphore

use std::{sync::Arc, time::Duration};
use tokio::{
    sync::Semaphore,
    task::JoinError,
    time::{Instant, sleep},
};

const PERMITS: usize = 2;

async fn download(id: u32, permits: Arc<Semaphore>) -> (u32, Instant) {
    let _permit = permits
        .acquire()
        .await
        .expect("the semaphore is never closed");
    sleep(Duration::from_millis(50)).await;
    (id, Instant::now())
} // `_permit` is dropped here: the next download in the queue gets it.

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), JoinError> {
    let start = Instant::now();
    let permits = Arc::new(Semaphore::new(PERMITS));

    let mut tasks = Vec::new();
    for id in 1..=6 {
        tasks.push(tokio::spawn(download(id, permits.clone())));
    }
    for task in tasks {
        let (id, end) = task.await?;
        println!("download {id} done at {} ms", (end - start).as_millis());
    }
    println!("total {} ms", start.elapsed().as_millis());
    Ok(())
}
