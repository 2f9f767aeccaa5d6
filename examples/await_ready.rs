//! Whether an `.await` lets others run depends on what is awaited.
//!
//! In Python this is the same, also for coroutines.
//!
//!     cargo run --example await_ready

use std::cell::RefCell;
use tokio::task::yield_now;

const INNER_WAITS: bool = false;

type Log = RefCell<Vec<&'static str>>;

async fn inner(log: &Log) {
    log.borrow_mut().push("inner");
    if INNER_WAITS {
        yield_now().await; // gives up its turn once
    }
}

async fn outer(log: &Log) {
    let inner = inner(log); // with a name, it gets a lane of its own
    inner.await;
    log.borrow_mut().push("after inner");
}

async fn other(log: &Log) {
    log.borrow_mut().push("other");
}

#[tokio::main]
async fn main() {
    let log = Log::default();
    tokio::join!(outer(&log), other(&log));
    println!("{}", log.into_inner().join(", "));
}
