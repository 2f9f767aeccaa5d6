//! `JoinSet::join_all` panics if a task was aborted.
//!
//! In Python the group waits, and `task.result()` raises `CancelledError`.
//!
//!     cargo run --example join_all_panics

use std::future::pending;
use tokio::task::JoinSet;

// ANCHOR: main
async fn number(n: u32) -> u32 {
    match n {
        2 => pending().await, // Waits for ever.
        _ => n,
    }
}

async fn all(abort: bool) -> usize {
    let mut group = JoinSet::new();
    group.spawn(number(1));
    if abort {
        group.spawn(number(2)).abort();
    }
    group.join_all().await.len()
}

// One thread: then the task has the same number in each run.
#[tokio::main(flavor = "current_thread")]
async fn main() {
    for abort in [false, true] {
        // A task of its own, so that `main` outlives a panic.
        match tokio::spawn(all(abort)).await {
            Ok(count) => println!("abort {abort}: {count} result"),
            Err(end) if end.is_panic() => println!("abort {abort}: a panic"),
            Err(end) => println!("abort {abort}: {end}"),
        }
    }
}
// ANCHOR_END: main
