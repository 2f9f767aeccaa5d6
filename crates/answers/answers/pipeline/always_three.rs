//! wrong: there_are_as_many_workers_as_were_asked_for
//! says: 3 at the same time
//!
//! Three workers grind, whatever number was asked for.

use std::sync::Arc;

use lab::Mill;
use tokio::sync::{Mutex, mpsc};
use tokio::task::JoinSet;

/// Grinds the sacks `0..sacks` with the workers `0..workers`, by
/// `mill.grind(worker, sack)`. Whoever is free takes the next sack.
pub async fn grind_all(mill: Mill, sacks: u32, _workers: usize) {
    let (sender, receiver) = mpsc::channel(10);
    let receiver = Arc::new(Mutex::new(receiver));
    let mut tasks = JoinSet::new();
    for worker in 0..3 {
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
