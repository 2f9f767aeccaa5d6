//! right
//!
//! One task; the `move` lets the sender go.

use futures::future::join_all;
use lab::Mill;
use tokio::sync::{Mutex, mpsc};

pub async fn grind_all(mill: Mill, sacks: u32, workers: usize) {
    let (sender, receiver) = mpsc::channel(10);
    let receiver = Mutex::new(receiver);
    let work = (0..workers).map(|worker| {
        let (mill, receiver) = (&mill, &receiver);
        async move {
            loop {
                let next = receiver.lock().await.recv().await;
                let Some(sack) = next else { break };
                mill.grind(worker, sack).await;
            }
        }
    });
    let send = async move {
        for sack in 0..sacks {
            sender.send(sack).await.expect("the receiver is here");
        }
    };
    tokio::join!(send, join_all(work));
}
