//! wrong: it_ends_by_itself
//! says: 0 were finished
//! says: not waited for
//!
//! The workers are at work, but no sack is finished when your function returns:
//! all of them are done later, at 500 and 1000 ms. Nobody waits for the tasks.
//! What tells you that the last of them has ended?

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
    for sack in 0..sacks {
        sender.send(sack).await.unwrap();
    }
    drop(sender);
    tasks.detach_all();
}
