//! `let _ =` drops the permit at once: it limits nothing.
//!
//! In Python this is `async with permits: pass` before the download.
//!
//!     cargo run --example permit_dropped

use std::{sync::Arc, time::Duration};
use tokio::{
    sync::Semaphore,
    task::JoinError,
    time::{Instant, sleep},
};

// ANCHOR: download
async fn download(id: u32, permits: Arc<Semaphore>) -> (u32, Instant) {
    let _ = permits
        .acquire()
        .await
        .expect("the semaphore is never closed");
    sleep(Duration::from_millis(50)).await;
    (id, Instant::now())
}
// ANCHOR_END: download

#[tokio::main]
async fn main() -> Result<(), JoinError> {
    let start = Instant::now();
    let permits = Arc::new(Semaphore::new(2));

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
