//! The same downloads as tasks: they go on while a file is saved.
//!
//! In Python this is `as_completed`.
//!
//!     cargo run --example fed

use std::time::Duration;
use tokio::{
    task::{JoinError, JoinSet},
    time::{Instant, sleep},
};

async fn download(name: &'static str, parts: u32) -> &'static str {
    for _ in 0..parts {
        sleep(Duration::from_millis(50)).await;
    }
    name
}

async fn save(_file: &str) {
    sleep(Duration::from_millis(100)).await;
}

// ANCHOR: main
#[tokio::main]
async fn main() -> Result<(), JoinError> {
    let start = Instant::now();
    let mut downloads = JoinSet::new();
    downloads.spawn(download("a", 1));
    downloads.spawn(download("b", 3));

    while let Some(ended) = downloads.join_next().await {
        save(ended?).await;
    }
    println!("total {} ms", start.elapsed().as_millis());
    Ok(())
}
// ANCHOR_END: main
