//! A race of tasks: the loser is not dropped, only its handle is waited for.
//!
//! In Python this is what `asyncio.wait` with `FIRST_COMPLETED` does.
//!
//!     cargo run --example select_tasks

use std::time::Duration;
use tokio::{task::JoinError, time::sleep};

// ANCHOR: main
async fn ask(server: &str, ms: u64) -> String {
    sleep(Duration::from_millis(ms)).await;
    println!("server {server} answers");
    format!("Response from Server {server}")
}

#[tokio::main]
async fn main() -> Result<(), JoinError> {
    let mut a = tokio::spawn(ask("A", 200));
    let mut b = tokio::spawn(ask("B", 100));
    tokio::select! {
        text = &mut a => println!("{}, then: {}", text?, b.await?),
        text = &mut b => println!("{}, then: {}", text?, a.await?),
    }
    Ok(())
}
// ANCHOR_END: main
