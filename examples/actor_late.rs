//! A command that goes into a queue whose owner is gone.
//!
//! In Python this is a queue that nobody reads any more.
//!
//!     cargo run --example actor_late

use std::time::Duration;
use tokio::{
    select,
    sync::{
        mpsc::{self, Sender},
        oneshot::{self, Receiver},
    },
    time::timeout,
};

type Question = oneshot::Sender<u32>;

// ANCHOR: ask
async fn patient(_owner: &Sender<Question>, answer: Receiver<u32>) -> String {
    format!("{:?}", answer.await)
}

async fn careful(owner: &Sender<Question>, answer: Receiver<u32>) -> String {
    select! {
        biased; // First the answer: it may be there though the owner has left.
        reply = answer => format!("{reply:?}"),
        () = owner.closed() => "the owner is gone".to_owned(),
    }
}
// ANCHOR_END: ask

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    // ANCHOR: late
    let (owner, questions) = mpsc::channel(8);
    let (slot1, slot2) = (owner.reserve().await?, owner.reserve().await?);
    drop(questions); // The owner ends while two askers are about to send.

    let (reply, answer) = oneshot::channel();
    slot1.send(reply);
    let waited = timeout(Duration::from_secs(1), patient(&owner, answer)).await;
    println!("patient: {waited:?}");

    let (reply, answer) = oneshot::channel();
    slot2.send(reply);
    println!("careful: {}", careful(&owner, answer).await);
    // ANCHOR_END: late
    Ok(())
}
