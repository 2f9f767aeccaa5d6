//! wrong: it_ends_by_itself
//! says: 0 were finished
//! says: has left too early
//!
//! Nothing was ground: every worker found an empty queue, and took that for the
//! end. At the beginning it is empty because nobody has sent yet. How can a
//! worker tell "nothing yet" from "nothing any more"?

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
                let next = receiver.lock().await.try_recv();
                let Ok(sack) = next else { break };
                mill.grind(worker, sack).await;
            }
        });
    }
    tokio::task::yield_now().await;
    for sack in 0..sacks {
        if sender.try_send(sack).is_err() {
            break;
        }
    }
    drop(sender);
    tasks.join_all().await;
}
