//! right
//!
//! As many `None` as workers.

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
    for sack in (0..sacks).map(Some).chain(vec![None; workers]) {
        sender.send(sack).await.expect("the receiver is here");
    }
    tasks.join_all().await;
}
