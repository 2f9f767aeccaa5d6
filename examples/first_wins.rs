//! Three servers are asked; the first answer counts.
//!
//! In Python this is `asyncio.wait` with `FIRST_COMPLETED`.
//!
//!     cargo run --example first_wins

use std::time::Duration;
use tokio::time::{Instant, sleep};

const B_TAKES: u64 = 1; // seconds

async fn ask(server: &str, seconds: u64) -> String {
    sleep(Duration::from_secs(seconds)).await;
    println!("server {server} answers");
    format!("Response from Server {server}")
}

#[tokio::main]
async fn main() {
    let start = Instant::now();
    let response = tokio::select! {
        text = ask("A", 2) => text,
        text = ask("B", B_TAKES) => text,
        text = ask("C", 3) => text,
    };
    println!("{response} after {} ms", start.elapsed().as_millis());

    sleep(Duration::from_millis(1500)).await;
    println!("main ends at {} ms", start.elapsed().as_millis());
}
