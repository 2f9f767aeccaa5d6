//! A task that is not done when `main` returns.
//!
//! In Python `asyncio.run` cancels it, and waits until it has cleaned up.
//!
//!     cargo run --example leftovers

use std::time::Duration;
use tokio::{task::JoinError, time::sleep};

const AWAITED: bool = false;

struct Connection;

impl Drop for Connection {
    fn drop(&mut self) {
        println!("connection closed");
    }
}

async fn work() {
    let _connection = Connection;
    println!("the work begins");
    sleep(Duration::from_millis(200)).await;
    println!("the work ends");
}

#[tokio::main]
async fn main() -> Result<(), JoinError> {
    let task = tokio::spawn(work());
    sleep(Duration::from_millis(100)).await;
    if AWAITED {
        task.await?;
    }
    println!("main returns");
    Ok(())
}
