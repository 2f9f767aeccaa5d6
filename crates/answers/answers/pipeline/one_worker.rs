//! wrong: twenty_sacks_take_three_and_a_half_seconds
//! says: it took 10000 ms
//! says: One of them did all the work
//!
//! One worker grinds all twenty sacks, one after the other, for 10000 ms. There
//! is one receiver, and it went into one task. How can several tasks take turns
//! with it?

use lab::Mill;
use tokio::sync::mpsc;

pub async fn grind_all(mill: Mill, sacks: u32, workers: usize) {
    let (sender, mut receiver) = mpsc::channel(10);
    let task = tokio::spawn(async move {
        while let Some(sack) = receiver.recv().await {
            mill.grind(0, sack).await;
        }
    });
    for sack in 0..sacks {
        sender.send(sack).await.unwrap();
    }
    drop(sender);
    task.await.unwrap();
    let _ = workers;
}
