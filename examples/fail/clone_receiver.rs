//! expect: error E0599
//!
//! A queue has one receiver, and it cannot be cloned.

use tokio::sync::mpsc::{self, Receiver};

async fn consume(mut rx: Receiver<u32>) {
    while let Some(item) = rx.recv().await {
        println!("handled {item}");
    }
}

#[tokio::main]
async fn main() {
    let (_tx, rx) = mpsc::channel(10);
    tokio::spawn(consume(rx.clone()));
    tokio::spawn(consume(rx));
}
