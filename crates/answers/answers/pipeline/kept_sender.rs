//! wrong: it_ends_by_itself
//! says: never finished
//! says: for as long as a sender exists
//!
//! All six sacks are ground at 1000 ms, and the workers wait for more. A
//! receiver waits for as long as a sender exists, and perhaps yours lives to
//! the end of the function, which waits for the workers. What would have to be
//! gone before that wait?

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
    tasks.join_all().await;
}
