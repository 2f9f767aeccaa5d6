//! A thread that is not done when `main` returns.
//!
//! In Python `asyncio.run` waits for the threads of its executor, too.
//!
//!     cargo run --example leftover_thread

use std::{thread, time::Duration};
use tokio::{task::spawn_blocking, time::sleep};

fn copy() {
    println!("the copy begins");
    thread::sleep(Duration::from_millis(300)); // blocks its own thread
    println!("the copy ends");
}

#[tokio::main]
async fn main() {
    spawn_blocking(copy);
    sleep(Duration::from_millis(100)).await;
    println!("main returns");
}
