//! A value's `Drop` runs on every way out, the newest value first.
//!
//! In Python this is `try` and `finally`.
//!
//!     cargo run --example abort_guard

use std::time::Duration;
use tokio::time::sleep;

const LEAVES_BY: &str = "abort";

// ANCHOR: main
struct AtTheEnd(&'static str);

impl Drop for AtTheEnd {
    fn drop(&mut self) {
        println!("{}", self.0);
    }
}

async fn work() -> Result<(), &'static str> {
    let _file = AtTheEnd("close file");
    let _lock = AtTheEnd("give lock back");
    sleep(Duration::from_millis(100)).await;
    match LEAVES_BY {
        "an error" => Err("disk full")?,
        "a panic" => panic!("a bug"),
        _ => {}
    }
    sleep(Duration::from_millis(100)).await;
    println!("work done");
    Ok(())
}

#[tokio::main]
async fn main() {
    let task = tokio::spawn(work());
    sleep(Duration::from_millis(150)).await;
    if LEAVES_BY == "abort" {
        task.abort();
    }
    match task.await {
        Ok(result) => println!("main got: {result:?}"),
        Err(e) if e.is_cancelled() => println!("main got: cancelled"),
        Err(e) if e.is_panic() => println!("main got: a panic"),
        Err(e) => println!("main got: {e}"),
    }
}
// ANCHOR_END: main
