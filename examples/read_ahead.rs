//! Fetch the next items while one is being handled, or not.
//!
//! In Python this is an async generator, or a task that fills a queue.
//!
//!     cargo run --example read_ahead

use futures::{StreamExt, stream};
use std::time::Duration;
use tokio::{
    sync::mpsc,
    time::{Instant, sleep},
};

const HOW: &str = "buffered";

async fn fetch(number: u32) -> u32 {
    sleep(Duration::from_millis(100)).await;
    number
}

// ANCHOR: ways
async fn fill(tx: mpsc::Sender<u32>) {
    for number in 1..=3 {
        let item = fetch(number).await;
        if tx.send(item).await.is_err() {
            return; // nobody listens any more
        }
    }
}

#[tokio::main]
async fn main() {
    let start = Instant::now();
    let mut items = match HOW {
        "pull" => stream::iter(1..=3).then(fetch).boxed(),
        "buffered" => stream::iter(1..=3).map(fetch).buffered(2).boxed(),
        _ => {
            let (tx, mut rx) = mpsc::channel(2);
            tokio::spawn(fill(tx));
            stream::poll_fn(move |cx| rx.poll_recv(cx)).boxed()
        }
    };
    while let Some(item) = items.next().await {
        println!("item {item} at {} ms", start.elapsed().as_millis());
        sleep(Duration::from_millis(50)).await;
    }
}
// ANCHOR_END: ways
