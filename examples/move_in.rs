//! A task takes along what it needs; what others need too is cloned before.
//!
//! In Python this is a coroutine that uses `host` from outside.
//!
//!     cargo run --example move_in

use std::time::Duration;
use tokio::{task::JoinError, time::sleep};

async fn fetch(host: &str, page: u32) -> String {
    sleep(Duration::from_millis(50)).await;
    format!("{host}/{page}")
}

// ANCHOR: main
#[tokio::main]
async fn main() -> Result<(), JoinError> {
    let host = String::from("docs.rs");
    let mut tasks = Vec::new();
    for page in 1..=3 {
        let host = host.clone(); // outside the block
        tasks.push(tokio::spawn(async move { fetch(&host, page).await }));
    }
    println!("fetching from {host}");
    for task in tasks {
        println!("{}", task.await?);
    }
    Ok(())
}
// ANCHOR_END: main
