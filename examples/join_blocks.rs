//! A branch that never awaits stops the other branches of its `join!`.
//!
//! In Python `time.sleep` inside `gather` does the same.
//!
//!     cargo run --example join_blocks

use std::{thread, time::Duration};

/// Stands for a long computation: it blocks its thread.
async fn compute(name: &str) {
    println!("{name} begins");
    thread::sleep(Duration::from_millis(100));
    println!("{name} ends");
}

#[tokio::main]
async fn main() {
    tokio::join!(compute("a"), compute("b"));
}
