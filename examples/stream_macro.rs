//! Write a generator with `yield`, and one that may fail.
//!
//! In Python this is `yield` in an `async def`.
//!
//!     cargo run --example stream_macro --features streams

use async_stream::{stream, try_stream};
use futures::{Stream, StreamExt, TryStreamExt};
use std::{num::ParseIntError, pin::pin, time::Duration};
use tokio::time::sleep;

// ANCHOR: generators
fn lines() -> impl Stream<Item = &'static str> {
    stream! {
        for line in ["3", "4", "five", "6"] {
            sleep(Duration::from_millis(10)).await;
            yield line;
        }
    }
}

fn numbers() -> impl Stream<Item = Result<u32, ParseIntError>> {
    try_stream! {
        for await line in lines() {
            let number: u32 = line.parse()?;
            yield number;
        }
    }
}
// ANCHOR_END: generators

// ANCHOR: main
#[tokio::main]
async fn main() {
    let mut all = pin!(numbers());
    while let Some(number) = all.next().await {
        println!("{number:?}");
    }

    let sum = numbers().try_fold(0, |sum, n| async move { Ok(sum + n) });
    println!("sum: {:?}", sum.await);
    let firsts: Result<Vec<_>, _> = numbers().take(2).try_collect().await;
    println!("first two: {firsts:?}");
}
// ANCHOR_END: main
