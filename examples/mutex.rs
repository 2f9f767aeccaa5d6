//! Read, wait, write under a lock: one after the other.
//!
//! In Python this is `async with lock:`.
//!
//!     cargo run --example mutex

use std::{sync::Arc, time::Duration};
use tokio::{
    sync::Mutex,
    task::JoinError,
    time::{Instant, sleep},
};

const TASKS: u32 = 3;

async fn add(_id: u32, value: Arc<Mutex<u32>>) {
    let mut value = value.lock().await;
    let seen = *value;
    sleep(Duration::from_millis(10)).await;
    *value = seen + 1;
} // The guard `value` is dropped here: the lock goes to the next in the queue.

#[tokio::main]
async fn main() -> Result<(), JoinError> {
    let start = Instant::now();
    let value = Arc::new(Mutex::new(0));

    let mut tasks = Vec::new();
    for id in 1..=TASKS {
        tasks.push(tokio::spawn(add(id, value.clone())));
    }
    for task in tasks {
        task.await?;
    }
    println!(
        "{TASKS} increments: {} after {} ms",
        *value.lock().await,
        start.elapsed().as_millis()
    );
    Ok(())
}
