//! Three consumers, and only one of them works at a time.
//!
//! In Python this is `async with lock:` around the `get` and the work.
//!
//!     cargo run --example lock_held

use std::{error::Error, sync::Arc, time::Duration};
use tokio::{
    sync::{
        Mutex,
        mpsc::{self, Receiver},
    },
    time::{Instant, sleep},
};

// ANCHOR: consume
type Shared = Arc<Mutex<Receiver<u32>>>;

async fn consume(_id: u32, queue: Shared) {
    // The guard in the head of the loop lives until the end of its body.
    while let Some(_item) = queue.lock().await.recv().await {
        sleep(Duration::from_millis(100)).await;
    }
}
// ANCHOR_END: consume

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let start = Instant::now();
    let (tx, rx) = mpsc::channel(10);
    let queue = Arc::new(Mutex::new(rx));

    let mut consumers = Vec::new();
    for id in 1..=3 {
        consumers.push(tokio::spawn(consume(id, queue.clone())));
    }
    for item in 1..=6 {
        tx.send(item).await?;
    }
    drop(tx);

    for consumer in consumers {
        consumer.await?;
    }
    println!("six items in {} ms", start.elapsed().as_millis());
    Ok(())
}
