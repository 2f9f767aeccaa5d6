//! Make a task, do something else, then take the task's result.
//!
//! In Python this is `asyncio.create_task`.
//!
//!     cargo run --example spawn

use std::time::Duration;
use tokio::{
    task::JoinError,
    time::{Instant, sleep},
};

const ELSE_TAKES: u64 = 20;

async fn hello(name: &str) -> String {
    sleep(Duration::from_millis(50)).await;
    format!("hello, {name}")
}

#[tokio::main]
async fn main() -> Result<(), JoinError> {
    let start = Instant::now();
    let task = tokio::spawn(hello("world"));

    println!("(doing something else)");
    sleep(Duration::from_millis(ELSE_TAKES)).await;
    println!("finished: {}", task.is_finished());

    let text = task.await?;
    println!("{text}");
    println!("{} ms in all", start.elapsed().as_millis());
    Ok(())
}
