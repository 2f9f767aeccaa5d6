//! right
//!
//! All sacks are known: a deque is queue enough.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex};

use lab::Mill;
use tokio::task::JoinSet;

pub async fn grind_all(mill: Mill, sacks: u32, workers: usize) {
    let queue = Arc::new(Mutex::new(VecDeque::from_iter(0..sacks)));
    let mut tasks = JoinSet::new();
    for worker in 0..workers {
        let (mill, queue) = (mill.clone(), queue.clone());
        tasks.spawn(async move {
            loop {
                let next = queue.lock().expect("not poisoned").pop_front();
                let Some(sack) = next else { break };
                mill.grind(worker, sack).await;
            }
        });
    }
    tasks.join_all().await;
}
