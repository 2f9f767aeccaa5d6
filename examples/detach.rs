//! A task whose handle is dropped runs on, as long as the runtime does.
//!
//! In Python this is a `create_task` whose result nobody keeps.
//!
//!     cargo run --example detach

use std::time::Duration;
use tokio::time::{Instant, sleep};

const MAIN_WAITS: u64 = 100;

async fn save(row: u32, start: Instant) {
    sleep(Duration::from_millis(50)).await;
    println!("row {row} saved at {} ms", start.elapsed().as_millis());
}

#[tokio::main]
async fn main() {
    let start = Instant::now();
    let handle = tokio::spawn(save(1, start));
    drop(handle);
    println!("handle dropped at {} ms", start.elapsed().as_millis());

    sleep(Duration::from_millis(MAIN_WAITS)).await;
    println!("main ends");
}
