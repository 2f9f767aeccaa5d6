//! Which error comes out, and when: the first in time, or in the list.
//!
//! In Python this is `gather`, with and without `return_exceptions`.
//!
//!     cargo run --example first_error

use futures::future::{join_all, try_join_all};
use std::time::Duration;
use tokio::time::{Instant, sleep};

// ANCHOR: main
async fn call(name: &str, millis: u64) -> Result<u64, &str> {
    sleep(Duration::from_millis(millis)).await;
    match name {
        "a" => Ok(millis),
        _ => Err(name),
    }
}

fn calls() -> [impl Future<Output = Result<u64, &'static str>>; 3] {
    [("a", 200), ("b", 120), ("c", 40)].map(|(name, time)| call(name, time))
}

#[tokio::main]
async fn main() {
    let start = Instant::now();
    let result = try_join_all(calls()).await;
    let time = start.elapsed().as_millis();
    println!("try_join_all: {result:?} after {time} ms");

    let start = Instant::now();
    let result: Result<Vec<_>, _> =
        join_all(calls()).await.into_iter().collect();
    let time = start.elapsed().as_millis();
    println!("collected:    {result:?} after {time} ms");
}
// ANCHOR_END: main
