//! Ten increments with a wait in each, and none is lost.
//!
//! In Python this is `async with lock:`, or no `await` between read and write.
//!
//!     cargo run --example ten

use futures::future::join_all;
use std::{
    sync::atomic::{AtomicU32, Ordering::Relaxed},
    time::Duration,
};
use tokio::time::{Instant, sleep};

async fn pause() {
    sleep(Duration::from_millis(100)).await;
}

async fn ten(add: impl AsyncFn()) -> u128 {
    let start = Instant::now();
    join_all((0..10).map(|_| add())).await;
    start.elapsed().as_millis()
}

#[tokio::main]
async fn main() {
    // ANCHOR: forms
    let n = tokio::sync::Mutex::new(0);
    let add = async || {
        let mut n = n.lock().await;
        let seen = *n;
        pause().await;
        *n = seen + 1;
    };
    println!("held over the wait:  {} ms", ten(add).await);
    println!("result: {}", n.lock().await);

    let n = std::sync::Mutex::new(0);
    let add = async || {
        pause().await;
        *n.lock().expect("nobody panics") += 1;
    };
    println!("only for the change: {} ms", ten(add).await);
    println!("result: {}", n.lock().expect("nobody panics"));

    let n = AtomicU32::new(0);
    let add = async || {
        pause().await;
        n.fetch_add(1, Relaxed);
    };
    println!("fetch_add:           {} ms", ten(add).await);
    println!("result: {}", n.load(Relaxed));
    // ANCHOR_END: forms
}
