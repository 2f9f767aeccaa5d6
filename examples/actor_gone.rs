//! An asker gives up. One owner takes that for a bug and ends; one goes on.
//!
//! In Python this is `set_result` on a future that was cancelled.
//!
//!     cargo run --example actor_gone

use std::time::Duration;
use tokio::{
    sync::{
        mpsc::{self, Receiver, Sender},
        oneshot::{self, error::RecvError},
    },
    time::{sleep, timeout},
};

type Question = oneshot::Sender<u32>;

// ANCHOR: owners
async fn strict(mut questions: Receiver<Question>) {
    while let Some(reply) = questions.recv().await {
        sleep(Duration::from_millis(200)).await;
        reply.send(42).expect("somebody waits for it");
    }
}

async fn calm(mut questions: Receiver<Question>) {
    while let Some(reply) = questions.recv().await {
        sleep(Duration::from_millis(200)).await;
        let _ = reply.send(42);
    }
}
// ANCHOR_END: owners

async fn ask(owner: &Sender<Question>) -> Result<u32, RecvError> {
    let (reply, answer) = oneshot::channel();
    let _ = owner.send(reply).await;
    answer.await
}

async fn two_askers(owner: Sender<Question>) -> Result<u32, RecvError> {
    let _ = timeout(Duration::from_millis(10), ask(&owner)).await;
    ask(&owner).await
}

#[tokio::main]
async fn main() {
    let (tx, rx) = mpsc::channel(8);
    tokio::spawn(strict(rx));
    println!("strict: the second asker gets {:?}", two_askers(tx).await);

    let (tx, rx) = mpsc::channel(8);
    tokio::spawn(calm(rx));
    println!("calm:   the second asker gets {:?}", two_askers(tx).await);
}
