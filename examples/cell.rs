//! Ten increments with a wait in each, and three ways to lose nine of them.
//!
//! In Python this is the counter without `async with lock:`.
//!
//!     cargo run --example cell

use futures::future::join_all;
use std::{
    cell::Cell,
    sync::atomic::{AtomicU32, Ordering::Relaxed},
    time::Duration,
};
use tokio::{
    sync::Mutex,
    time::{Instant, sleep},
};

// ANCHOR: ten
async fn pause() {
    sleep(Duration::from_millis(100)).await;
}

async fn ten(add: impl AsyncFn()) -> u128 {
    let start = Instant::now();
    join_all((0..10).map(|_| add())).await;
    start.elapsed().as_millis()
}
// ANCHOR_END: ten

#[tokio::main]
async fn main() {
    // ANCHOR: forms
    let n = Cell::new(0);
    let add = async || {
        let seen = n.get();
        pause().await;
        n.set(seen + 1);
    };
    println!("Cell:      {:2} ms, {}", ten(add).await, n.get());

    let n = AtomicU32::new(0);
    let add = async || {
        let seen = n.load(Relaxed);
        pause().await;
        n.store(seen + 1, Relaxed);
    };
    println!("atomic:    {:2} ms, {}", ten(add).await, n.load(Relaxed));

    let n = Mutex::new(0);
    let add = async || {
        let seen = *n.lock().await;
        pause().await;
        *n.lock().await = seen + 1;
    };
    println!("two locks: {:2} ms, {}", ten(add).await, n.lock().await);
    // ANCHOR_END: forms
}
