//! Three consumers share the receiving half of one queue.
//!
//! In Python this is several tasks that `get` from one `asyncio.Queue`.
//!
//!     cargo run --example many_consumers

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

async fn consume(_id: u32, queue: Shared) -> usize {
    let mut handled = 0;
    loop {
        // The lock is held while one consumer waits for an item, and given
        // back at the end of this statement, before the work begins.
        let Some(_item) = queue.lock().await.recv().await else {
            return handled;
        };
        sleep(Duration::from_millis(500)).await;
        handled += 1;
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
    for item in 1..=20 {
        tx.send(item).await?;
    }
    drop(tx); // Nothing more will come: this is the whole "sentinel".

    let mut counts = Vec::new();
    for consumer in consumers {
        counts.push(consumer.await?);
    }
    counts.sort_by(|a, b| b.cmp(a));
    println!("handled {counts:?} in {} ms", start.elapsed().as_millis());
    Ok(())
}
