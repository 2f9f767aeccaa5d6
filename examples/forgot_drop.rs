//! A sender that nobody drops keeps its queue open forever.
//!
//! In Python this is a sentinel that nobody puts into the queue.
//!
//!     cargo run --example forgot_drop

use std::time::Duration;
use tokio::{
    join,
    sync::mpsc::{self, Receiver, Sender},
    time::timeout,
};

async fn report(id: u32, tx: Sender<u32>) {
    tx.send(id)
        .await
        .expect("the receiver outlives the reports");
}

async fn sum(rx: &mut Receiver<u32>) -> u32 {
    let mut sum = 0;
    while let Some(n) = rx.recv().await {
        sum += n;
    }
    sum
}

// ANCHOR: kept
async fn kept_by_its_maker() -> u32 {
    let (tx, mut rx) = mpsc::channel(10);
    for id in 1..=3 {
        tokio::spawn(report(id, tx.clone()));
    }
    // Missing: drop(tx). The first of the four senders is still here.
    sum(&mut rx).await
}
// ANCHOR_END: kept

// ANCHOR: borrowed
async fn only_borrowed() -> u32 {
    let (tx, mut rx) = mpsc::channel(10);
    // Missing: move. The block borrows `tx`, and borrowing drops nothing.
    let produce = async {
        for n in 1..=3 {
            tx.send(n).await.expect("the receiver outlives the loop");
        }
    };
    let ((), sum) = join!(produce, sum(&mut rx));
    sum
}
// ANCHOR_END: borrowed

#[tokio::main]
async fn main() {
    let limit = Duration::from_secs(1);
    let kept = timeout(limit, kept_by_its_maker()).await;
    println!("no drop(tx): {kept:?}");
    let borrowed = timeout(limit, only_borrowed()).await;
    println!("no move:     {borrowed:?}");
}
