//! A race with a clock in it: a sleep is a branch like any other.
//!
//! In Python this is `asyncio.wait` with a task for `asyncio.sleep`.
//!
//!     cargo run --example first_or_nobody

use std::time::Duration;
use tokio::time::sleep;

async fn ask(server: &str, seconds: u64) -> String {
    sleep(Duration::from_secs(seconds)).await;
    format!("Response from Server {server}")
}

// ANCHOR: main
#[tokio::main]
async fn main() {
    let response = tokio::select! {
        _ = sleep(Duration::from_millis(1500)) => "nobody".to_owned(),
        text = ask("A", 2) => text,
        text = ask("B", 1) => text,
        text = ask("C", 3) => text,
    };
    println!("response: {response}");
}
// ANCHOR_END: main
