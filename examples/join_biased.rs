//! `join!` polls another branch first each time; with `biased;` it never does.
//!
//! In Python the children of `gather` take turns in the loop's queue.
//!
//!     cargo run --example join_biased

use std::cell::RefCell;
use tokio::task::yield_now;

type Log = RefCell<Vec<String>>;

// ANCHOR: main
async fn count(name: &str, log: &Log) {
    for n in 0..3 {
        log.borrow_mut().push(format!("{name}{n}"));
        yield_now().await; // like `asyncio.sleep(0)`
    }
}

#[tokio::main]
async fn main() {
    let log = Log::default();

    tokio::join!(count("a", &log), count("b", &log));
    println!("plain:  {}", log.take().join(" "));

    tokio::join!(biased; count("a", &log), count("b", &log));
    println!("biased: {}", log.take().join(" "));
}
// ANCHOR_END: main
