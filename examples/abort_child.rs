//! Abort a task that awaits another task.
//!
//! In Python this is a cancelled task that awaits a task: both are cancelled.
//!
//!     cargo run --example abort_child --features util

use std::time::Duration;
use tokio::time::sleep;
use tokio_util::task::AbortOnDropHandle;

// ANCHOR: main
async fn child(name: &str) {
    sleep(Duration::from_millis(100)).await;
    println!("{name} done");
}

async fn parent() {
    let kept = tokio::spawn(child("plain child"));
    let tied = AbortOnDropHandle::new(tokio::spawn(child("tied child")));
    let _ = kept.await;
    let _ = tied.await;
}

#[tokio::main]
async fn main() {
    let task = tokio::spawn(parent());
    sleep(Duration::from_millis(50)).await;
    task.abort();
    sleep(Duration::from_millis(100)).await;
    println!("main ends");
}
// ANCHOR_END: main
