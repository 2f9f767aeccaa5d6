//! wrong: twenty_sacks_take_three_and_a_half_seconds
//! says: it took 10000 ms
//! says: They took turns
//!
//! The workers take turns: the timeline shows one of them grinding at a time,
//! for 10000 ms. Whoever takes a sack keeps the lock while it grinds. At the
//! end of which statement, or of which block, does your guard end?

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
            while let Some(sack) = receiver.lock().await.recv().await {
                mill.grind(worker, sack).await;
            }
        });
    }
    for sack in 0..sacks {
        sender.send(sack).await.unwrap();
    }
    drop(sender);
    tasks.join_all().await;
}
