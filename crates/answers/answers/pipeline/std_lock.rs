//! hangs: it_ends_by_itself
//! says: has held its thread
//! says: without reaching an .await
//!
//! A worker waits for a sack and holds a lock of std meanwhile. The next worker
//! asks for that lock and blocks the thread, the one that everybody runs on, so
//! nobody can send a sack any more. Which lock may be held over an `.await`?

use std::sync::Mutex;

use futures::future::join_all;
use lab::Mill;
use tokio::sync::mpsc;

pub async fn grind_all(mill: Mill, sacks: u32, workers: usize) {
    let (sender, receiver) = mpsc::channel(10);
    let receiver = Mutex::new(receiver);
    let work = (0..workers).map(|worker| {
        let (mill, receiver) = (&mill, &receiver);
        async move {
            loop {
                let next = receiver.lock().unwrap().recv().await;
                let Some(sack) = next else { break };
                mill.grind(worker, sack).await;
            }
        }
    });
    let send = async move {
        for sack in 0..sacks {
            sender.send(sack).await.unwrap();
        }
    };
    tokio::join!(join_all(work), send);
}
