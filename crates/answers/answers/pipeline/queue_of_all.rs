//! wrong: no_sacks_are_fine
//! says: panicked
//!
//! The queue is made as long as there are sacks. Without sacks that is a queue
//! without room, and a channel cannot have none.

use std::sync::Arc;

use lab::Mill;
use tokio::sync::{Mutex, mpsc};
use tokio::task::JoinSet;

/// Grinds the sacks `0..sacks` with the workers `0..workers`, by
/// `mill.grind(worker, sack)`. Whoever is free takes the next sack.
pub async fn grind_all(mill: Mill, sacks: u32, workers: usize) {
    let (sender, receiver) = mpsc::channel(sacks as usize);
    let receiver = Arc::new(Mutex::new(receiver));
    let mut tasks = JoinSet::new();
    for worker in 0..workers {
        let (mill, receiver) = (mill.clone(), Arc::clone(&receiver));
        tasks.spawn(async move {
            loop {
                // The guard is gone at the end of this statement: nobody
                // grinds with the lock in hand.
                let next = receiver.lock().await.recv().await;
                let Some(sack) = next else { break };
                mill.grind(worker, sack).await;
            }
        });
    }
    for sack in 0..sacks {
        sender.send(sack).await.expect("the receiver is still here");
    }
    // No sender, no more sacks: each worker's `recv` returns `None`.
    drop(sender);
    tasks.join_all().await;
}
