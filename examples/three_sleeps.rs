//! Three sleeps, and how many threads they need.
//!
//! In Python this is `asyncio.gather` over three coroutines.
//!
//!     cargo run --example three_sleeps

use std::collections::HashSet;
use std::thread::{self, ThreadId};
use std::time::Duration;
use tokio::time::{Instant, sleep};

const HOW: &str = "together";

async fn pause(name: &str) -> ThreadId {
    println!("{name} begins");
    sleep(Duration::from_millis(100)).await;
    thread::current().id()
}

#[tokio::main]
async fn main() {
    let start = Instant::now();
    let (a, b, c) = (pause("a"), pause("b"), pause("c"));
    let (a, b, c) = match HOW {
        "together" => tokio::join!(a, b, c),
        _ => (a.await, b.await, c.await),
    };
    let time = start.elapsed().as_millis();
    let threads = HashSet::from([a, b, c]).len();
    println!("{time} ms in all, on {threads} thread");
}
