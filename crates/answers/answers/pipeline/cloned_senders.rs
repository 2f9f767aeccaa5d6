//! wrong: it_ends_by_itself
//! says: never finished
//! says: Who still has a sender
//!
//! All six sacks are ground at 1000 ms, and the workers wait for more. A
//! receiver gives `None` when the last sender is gone. Perhaps you dropped one,
//! and a clone of it lives on: how many are there, and which is alive while you
//! wait for the workers?

use std::sync::Arc;

use lab::Mill;
use tokio::sync::{Mutex, mpsc};
use tokio::task::JoinSet;

pub async fn grind_all(mill: Mill, sacks: u32, workers: usize) {
    let (sender, receiver) = mpsc::channel(10);
    let receiver = Arc::new(Mutex::new(receiver));
    let mut tasks = JoinSet::new();
    for worker in 0..workers {
        let (mill, receiver) = (mill.clone(), receiver.clone());
        tasks.spawn(async move {
            loop {
                let next = receiver.lock().await.recv().await;
                let Some(sack) = next else { break };
                mill.grind(worker, sack).await;
            }
        });
    }
    let producer = sender.clone();
    for sack in 0..sacks {
        producer.send(sack).await.unwrap();
    }
    drop(sender);
    tasks.join_all().await;
}
