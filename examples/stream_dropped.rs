//! Leave a stream in the middle: its destructors run at once.
//!
//! In Python this is `break` in an `async for`, and the generator's `finally`.
//!
//!     cargo run --example stream_dropped

use futures::{Stream, StreamExt, stream};
use std::{pin::pin, time::Duration};
use tokio::time::sleep;

struct Connection;

impl Drop for Connection {
    fn drop(&mut self) {
        println!("connection closed");
    }
}

fn rows() -> impl Stream<Item = u32> {
    stream::unfold((Connection, 1), |(connection, row)| async move {
        sleep(Duration::from_millis(10)).await;
        Some((row, (connection, row + 1)))
    })
}

// ANCHOR: main
async fn first_two() {
    let mut rows = pin!(rows());
    while let Some(row) = rows.next().await {
        println!("row {row}");
        if row == 2 {
            break;
        }
    }
    println!("left the loop");
} // `rows` is dropped here.

#[tokio::main]
async fn main() {
    first_two().await;
    println!("after first_two");
    let firsts: Vec<_> = rows().take(2).collect().await;
    println!("collected {firsts:?}");
}
// ANCHOR_END: main
