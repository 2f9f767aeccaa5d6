//! A task may begin before its spawner reaches an `.await`, or may not.
//!
//! In Python this is `asyncio.create_task`, which waits for its creator's `await`.
//!
//!     cargo run --example start_order

use std::sync::mpsc::{Receiver, channel};
use std::{thread, time::Duration};
use tokio::task::JoinError;

/// Spawns a task that tells when it begins.
fn begin() -> Receiver<()> {
    let (tell, told) = channel();
    tokio::spawn(async move { tell.send(()) });
    told
}

#[tokio::main(flavor = "current_thread")]
async fn one_thread() {
    let task = begin();
    thread::sleep(Duration::from_millis(100)); // there is no `.await` here
    println!("one thread, of main: {}", task.try_recv().is_ok());
}

/// Keeps its thread, too: `recv` blocks until the first task has begun.
async fn spawn_two() {
    let (first, last) = (begin(), begin());
    println!("two threads, first of a task: {}", first.recv().is_ok());
    let begun = last.recv_timeout(Duration::from_millis(300)).is_ok();
    println!("two threads, last of a task: {begun}"); // the other is idle
}

#[tokio::main(worker_threads = 2)]
async fn two_threads() -> Result<(), JoinError> {
    let begun = begin().recv().is_ok(); // blocks as well
    println!("two threads, of main: {begun}");
    tokio::spawn(spawn_two()).await
}

fn main() -> Result<(), JoinError> {
    one_thread();
    two_threads()
}
