//! Abort a download of ten seconds after one second.
//!
//! In Python this is `task.cancel()`, and `except CancelledError`.
//!
//!     cargo run --example abort

use std::time::Duration;
use tokio::time::{Instant, sleep};

const ABORT_AT: u64 = 1000; // ms

struct CleanUp(Instant);

impl Drop for CleanUp {
    fn drop(&mut self) {
        println!("clean up at {} ms", self.0.elapsed().as_millis());
    }
}

async fn download(start: Instant) {
    let _clean_up = CleanUp(start);
    println!("download begins");
    sleep(Duration::from_secs(10)).await;
    println!("download done");
}

#[tokio::main]
async fn main() {
    let start = Instant::now();
    let task = tokio::spawn(download(start));
    sleep(Duration::from_millis(ABORT_AT)).await;

    task.abort();
    match task.await {
        Ok(()) => println!("main: the task ran to its end"),
        Err(e) if e.is_cancelled() => println!("main: cancelled"),
        Err(e) => println!("main: {e}"),
    }
    println!("total {} ms", start.elapsed().as_millis());
}
