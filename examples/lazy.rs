//! Calling an async function runs nothing; awaiting its future runs it.
//!
//! In Python this is a coroutine object.
//!
//!     cargo run --example lazy

use std::time::Duration;
use tokio::time::{Instant, sleep};

const AWAITED: &str = "a, then b";

async fn work(name: &str, start: Instant) {
    println!("{name} begins at {} ms", start.elapsed().as_millis());
    sleep(Duration::from_millis(100)).await;
    println!("{name} ends at {} ms", start.elapsed().as_millis());
}

#[tokio::main]
async fn main() {
    let start = Instant::now();
    let a = work("a", start);
    let b = work("b", start);
    println!("called both");

    match AWAITED {
        "a, then b" => {
            a.await;
            b.await;
        }
        "b, then a" => {
            b.await;
            a.await;
        }
        "only b" => b.await,
        _ => {} // neither: both futures are dropped as they are
    }
    println!("{} ms in all", start.elapsed().as_millis());
}
