//! hangs: it_ends_by_itself
//! says: has been busy
//! says: goes round without ever waiting
//!
//! A worker that finds the queue empty asks again at once, and so on without
//! end. It never waits, so virtual time never moves, and no sack that is being
//! ground gets done. What can a worker await that wakes it when there is a
//! sack, or when there are no more?

use std::sync::Arc;

use lab::Mill;
use tokio::sync::mpsc::error::TryRecvError;
use tokio::sync::{Mutex, mpsc};
use tokio::task::JoinSet;
use tokio::task::yield_now;

pub async fn grind_all(mill: Mill, sacks: u32, workers: usize) {
    let (sender, receiver) = mpsc::channel(10);
    let receiver = Arc::new(Mutex::new(receiver));
    let mut tasks = JoinSet::new();
    for worker in 0..workers {
        let (mill, receiver) = (mill.clone(), receiver.clone());
        tasks.spawn(async move {
            loop {
                let next = receiver.lock().await.try_recv();
                match next {
                    Ok(sack) => mill.grind(worker, sack).await,
                    Err(TryRecvError::Empty) => yield_now().await,
                    Err(TryRecvError::Disconnected) => break,
                }
            }
        });
    }
    for sack in 0..sacks {
        sender.send(sack).await.unwrap();
    }
    tasks.join_all().await;
    drop(sender);
}
