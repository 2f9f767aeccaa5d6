//! Handle the items of a slow source, one after the other.
//!
//! In Python this is an async generator and `async for`.
//!
//!     cargo run --example unfold

use futures::{Stream, StreamExt, stream};
use std::{pin::pin, time::Duration};
use tokio::time::{Instant, sleep};

const HANDLING: u64 = 50;

async fn fetch(number: u32) -> u32 {
    sleep(Duration::from_millis(100)).await;
    number
}

// ANCHOR: numbers
fn numbers() -> impl Stream<Item = u32> {
    stream::unfold(1, |number| async move {
        if number > 3 {
            return None; // the end of the stream
        }
        let item = fetch(number).await;
        Some((item, number + 1)) // the item, and the next state
    })
}
// ANCHOR_END: numbers

async fn handle(_item: u32) {
    sleep(Duration::from_millis(HANDLING)).await;
}

#[tokio::main]
async fn main() {
    let start = Instant::now();
    let mut numbers = pin!(numbers());

    while let Some(item) = numbers.next().await {
        println!("item {item} at {} ms", start.elapsed().as_millis());
        handle(item).await;
    }
    println!("end at {} ms", start.elapsed().as_millis());
}
