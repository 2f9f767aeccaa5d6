//! An owner that keeps a sender to itself never ends; one that asks itself
//! waits for its own answer.
//!
//! In Python this is a worker that awaits `queue.join()` on its own queue.
//!
//!     cargo run --example actor_waits

use std::time::Duration;
use tokio::{
    sync::{
        mpsc::{self, Receiver, Sender},
        oneshot,
    },
    time::timeout,
};

type Question = oneshot::Sender<u32>;

// ANCHOR: owners
async fn keeps_a_sender(
    _to_self: Sender<Question>,
    mut rx: Receiver<Question>,
) {
    while let Some(reply) = rx.recv().await {
        let _ = reply.send(1);
    }
}

async fn asks_itself(to_self: Sender<Question>, mut rx: Receiver<Question>) {
    while let Some(reply) = rx.recv().await {
        let (question, one) = oneshot::channel();
        let _ = to_self.send(question).await;
        let _ = reply.send(one.await.unwrap_or(0) + 1);
    }
}
// ANCHOR_END: owners

#[tokio::main]
async fn main() {
    let second = Duration::from_secs(1);

    let (tx, rx) = mpsc::channel(8);
    let ended = timeout(second, keeps_a_sender(tx, rx)).await;
    println!("keeps a sender: {ended:?}");

    let (tx, rx) = mpsc::channel(8);
    tokio::spawn(asks_itself(tx.clone(), rx));
    let (question, answer) = oneshot::channel();
    let _ = tx.send(question).await;
    let answer = timeout(second, answer).await;
    println!("asks itself:    {answer:?}");
}
