//! Drop the futures of those who wait for permits, for a bell or for others.
//!
//! In Python this is `event.wait()` and `barrier.wait()`, cancelled.
//!
//!     cargo run --example card_meetings

use std::time::Duration;
use tokio::{
    sync::{Barrier, Notify, Semaphore},
    time::timeout,
};

fn ms(n: u64) -> Duration {
    Duration::from_millis(n)
}

async fn given_up(future: impl Future) {
    assert!(timeout(ms(10), future).await.is_err(), "it was ready");
}

#[tokio::main]
async fn main() {
    let gate = Semaphore::new(2);
    given_up(gate.acquire_many(3)).await;
    println!(
        "acquire_many: {} permits are back",
        gate.available_permits()
    );

    let bell = Notify::new();
    let heard = async || timeout(ms(10), bell.notified()).await.is_ok();
    let dropped = bell.notified();
    bell.notify_waiters();
    drop(dropped);
    println!("notified, notify_waiters: passed on: {}", heard().await);
    let mut dropped = Box::pin(bell.notified());
    dropped.as_mut().enable(); // As a poll does: it stands in the queue now.
    bell.notify_one();
    drop(dropped);
    println!("notified, notify_one: passed on: {}", heard().await);

    let barrier = Barrier::new(2);
    given_up(barrier.wait()).await;
    let alone = timeout(ms(10), barrier.wait()).await.is_ok();
    println!("Barrier wait: then one of two passes alone: {alone}");
}
