//! expect: error E0308
//!
//! `timeout` gives a `Result`: the value is inside of `Ok`.

use std::time::Duration;
use tokio::time::{sleep, timeout};

async fn fetch() -> u32 {
    sleep(Duration::from_millis(500)).await;
    42
}

#[tokio::main]
async fn main() {
    let limit = Duration::from_millis(50);
    let n: u32 = timeout(limit, fetch()).await;
    println!("{n}");
}
