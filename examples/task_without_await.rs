//! A task without an `.await` that is not done when `main` returns.
//!
//! In Python it would stop the whole loop, and `main` with it.
//!
//!     cargo run --example task_without_await

use std::{thread, time::Duration};
use tokio::time::sleep;

async fn copy() {
    println!("the copy begins");
    thread::sleep(Duration::from_millis(300)); // blocks a thread of Tokio's
    println!("the copy ends");
}

#[tokio::main(worker_threads = 2)]
async fn main() {
    tokio::spawn(copy());
    sleep(Duration::from_millis(100)).await;
    println!("main returns");
}
