//! Abort a task that catches whatever can be caught.
//!
//! In Python this is `except CancelledError` without `raise`.
//!
//!     cargo run --example cannot_swallow

use futures::FutureExt as _;
use std::{panic::AssertUnwindSafe, time::Duration};
use tokio::time::sleep;

// ANCHOR: main
async fn stubborn() -> &'static str {
    for step in 1..=3 {
        let wait = sleep(Duration::from_millis(200));
        match AssertUnwindSafe(wait).catch_unwind().await {
            Ok(()) => println!("step {step} done"),
            Err(_) => println!("step {step} cancelled, going on"),
        }
    }
    "all three steps"
}

#[tokio::main]
async fn main() {
    let task = tokio::spawn(stubborn());
    sleep(Duration::from_millis(300)).await;

    task.abort();
    match task.await {
        Ok(steps) => println!("main got: {steps}"),
        Err(e) if e.is_cancelled() => println!("main got: cancelled"),
        Err(e) => println!("main got: {e}"),
    }
}
// ANCHOR_END: main
