//! wrong: it_ends_by_itself
//! says: never finished
//!
//! All six sacks are ground at 1000 ms, and somebody waits for more. Perhaps a
//! single message says that this is the end: one worker takes it and goes home,
//! and the others never hear of it. How many have to hear it, and what do all
//! of them hear without a message?

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
                let Some(Some(sack)) = next else { break };
                mill.grind(worker, sack).await;
            }
        });
    }
    for sack in 0..sacks {
        sender.send(Some(sack)).await.unwrap();
    }
    sender.send(None).await.unwrap();
    tasks.join_all().await;
}
