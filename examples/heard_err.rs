//! A detached task that tells of its own error.
//!
//! In Python this is `task.add_done_callback`.
//!
//!     cargo run --example heard_err

use std::time::Duration;
use tokio::time::sleep;

async fn save(row: u32) -> Result<(), String> {
    sleep(Duration::from_millis(50 * u64::from(row))).await;
    match row {
        1 => Err("disk full".to_owned()),
        2 => panic!("no such table"),
        _ => Ok(()),
    }
}

// ANCHOR: watch
/// Spawns the work, and waits for it in a task of its own.
async fn watch(row: u32) {
    match tokio::spawn(save(row)).await {
        Ok(Ok(())) => {}
        Ok(Err(error)) => println!("row {row}: {error}"),
        Err(end) => println!("row {row}: panic {}", end.is_panic()),
    }
}

#[tokio::main]
async fn main() {
    for row in 1..=3 {
        tokio::spawn(watch(row));
    }
    sleep(Duration::from_millis(250)).await;
    println!("main ends");
}
// ANCHOR_END: watch
