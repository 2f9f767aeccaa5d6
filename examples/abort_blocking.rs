//! Abort a closure that already runs on a thread for blocking work.
//!
//! In Python this is `cancel()` of a task that awaits `asyncio.to_thread`.
//!
//!     cargo run --example abort_blocking

use std::{thread, time::Duration};
use tokio::{task, time::sleep};

// ANCHOR: main
fn compress() -> &'static str {
    thread::sleep(Duration::from_millis(600));
    println!("compressed");
    "the archive"
}

#[tokio::main]
async fn main() {
    let work = task::spawn_blocking(compress);
    sleep(Duration::from_millis(300)).await;

    work.abort_handle().abort();
    println!("main got: {:?}", work.await);
}
// ANCHOR_END: main
