//! hangs: it_ends_by_itself
//! says: has held its thread
//! says: without reaching an .await
//!
//! A std lock, held over an await, blocks the only thread.

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
