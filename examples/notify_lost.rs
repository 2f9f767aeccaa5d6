//! A bell that rings before anybody listens.
//!
//! In Python this is `Event.set()`, which is remembered.
//!
//!     cargo run --example notify_lost

use std::time::Duration;
use tokio::{sync::Notify, time::timeout};

async fn listen(bell: &Notify) -> &'static str {
    let second = Duration::from_secs(1);
    match timeout(second, bell.notified()).await {
        Ok(()) => "passes",
        Err(_) => "waits",
    }
}

#[tokio::main]
async fn main() {
    // ANCHOR: bells
    let bell = Notify::new();
    bell.notify_waiters();
    println!("notify_waiters() before: {}", listen(&bell).await);

    let bell = Notify::new();
    bell.notify_one();
    bell.notify_one();
    let (first, second) = (listen(&bell).await, listen(&bell).await);
    println!("notify_one() twice:      {first}, then {second}");

    let bell = Notify::new();
    let notified = bell.notified(); // Made, and not polled yet.
    bell.notify_waiters();
    notified.await;
    println!("notified() made before:  passes");
    // ANCHOR_END: bells
}
