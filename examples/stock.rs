//! A condition that only looks, and takes nothing: `watch` alone will do.
//!
//! In Python this is `await condition.wait_for(lambda: stock >= 3)`.
//!
//!     cargo run --example stock

use std::time::Duration;
use tokio::{
    join,
    sync::watch::{self, Receiver, Sender},
    time::{Instant, sleep},
};

async fn deliver(stock: Sender<u32>) {
    for _ in 0..4 {
        sleep(Duration::from_millis(100)).await;
        stock.send_modify(|stock| *stock += 1);
    }
}

async fn until(want: u32, mut stock: Receiver<u32>, start: Instant) {
    let seen = stock.wait_for(|stock| *stock >= want).await.map(|n| *n);
    println!("{want}: {seen:?} at {} ms", start.elapsed().as_millis());
}

#[tokio::main]
async fn main() {
    let start = Instant::now();
    let (tx, rx) = watch::channel(0);
    let (three, five) = (until(3, rx.clone(), start), until(5, rx, start));
    join!(deliver(tx), three, five);
}
