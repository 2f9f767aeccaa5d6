//! One producer and three consumers in one group.
//!
//! In Python this is a `TaskGroup` that holds all four, and a `Queue`.
//!
//!     cargo run --example group_queue

use std::{error::Error, sync::Arc, time::Duration};
use tokio::{
    sync::{
        Mutex,
        mpsc::{self, Receiver, Sender},
    },
    task::JoinSet,
    time::{Instant, sleep},
};

async fn produce(queue: Sender<u32>) -> u32 {
    for item in 1..=6 {
        if queue.send(item).await.is_err() {
            break;
        }
    }
    0
} // `queue` is dropped: the consumers' loops end.

async fn consume(_id: u32, queue: Arc<Mutex<Receiver<u32>>>) -> u32 {
    let mut handled = 0;
    loop {
        let item = queue.lock().await.recv().await;
        if item.is_none() {
            return handled;
        }
        sleep(Duration::from_millis(100)).await;
        handled += 1;
    }
}

// ANCHOR: main
#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let start = Instant::now();
    let (sender, receiver) = mpsc::channel(2);
    let receiver = Arc::new(Mutex::new(receiver));

    let mut group = JoinSet::new();
    group.spawn(produce(sender));
    for id in 1..=3 {
        group.spawn(consume(id, receiver.clone()));
    }

    let mut handled = 0;
    while let Some(ended) = group.join_next().await {
        handled += ended?;
    }
    println!("{handled} items after {} ms", start.elapsed().as_millis());
    Ok(())
}
// ANCHOR_END: main
