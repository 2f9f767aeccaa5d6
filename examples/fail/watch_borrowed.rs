//! expect: error future cannot be sent between threads safely
//!
//! The loan of a `watch` is the guard of a lock, held over an await.

use std::time::Duration;
use tokio::{sync::watch, time::sleep};

// ANCHOR: follow
async fn follow(level: watch::Receiver<u64>) {
    let pause = level.borrow();
    sleep(Duration::from_millis(*pause)).await;
    println!("{} ms are over", *pause);
}
// ANCHOR_END: follow

#[tokio::main]
async fn main() {
    let (_tx, rx) = watch::channel(10);
    tokio::spawn(follow(rx)).await.expect("it does not panic");
}
