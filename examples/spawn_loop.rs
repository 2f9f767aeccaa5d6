//! Three tasks, each awaited in the line that spawns it.
//!
//! In Python this is `await asyncio.create_task(..)` in a loop.
//!
//!     cargo run --example spawn_loop

use std::time::Duration;
use tokio::{
    task::JoinError,
    time::{Instant, sleep},
};

const AWAITED: &str = "in the loop";

async fn work(id: u32) -> u32 {
    sleep(Duration::from_millis(100)).await;
    id
}

#[tokio::main]
async fn main() -> Result<(), JoinError> {
    let start = Instant::now();
    let mut tasks = Vec::new();
    for id in 1..=3 {
        let task = tokio::spawn(work(id));
        if AWAITED == "in the loop" {
            println!("task {} done", task.await?);
        } else {
            tasks.push(task);
        }
    }
    for task in tasks {
        println!("task {} done", task.await?);
    }
    println!("{} ms in all", start.elapsed().as_millis());
    Ok(())
}
