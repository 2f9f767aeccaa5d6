//! A timeout around a future, and one around the handle of a task.
//!
//! In Python `asyncio.timeout` cancels both.
//!
//!     cargo run --example timeout_handle

use std::time::Duration;
use tokio::time::{sleep, timeout};

// ANCHOR: main
const fn ms(n: u64) -> Duration {
    Duration::from_millis(n)
}

async fn save(name: &str) {
    sleep(ms(200)).await;
    println!("{name} is saved");
}

#[tokio::main]
async fn main() {
    let a = timeout(ms(100), save("a")).await;
    println!("a: {a:?}");

    let b = timeout(ms(100), tokio::spawn(save("b"))).await;
    println!("b: {b:?}");

    let mut task = tokio::spawn(save("c"));
    let c = timeout(ms(150), &mut task).await;
    println!("c: {c:?}");
    task.abort();
    println!("c was cancelled: {}", task.await.is_err());
}
// ANCHOR_END: main
