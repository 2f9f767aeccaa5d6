//! Ask for the next page when its first item is wanted.
//!
//! In Python this is a class with `__aiter__` and `__anext__`, or a generator.
//!
//!     cargo run --example paginate

use futures::{Stream, StreamExt, stream};
use std::{pin::pin, time::Duration};
use tokio::time::{Instant, sleep};

/// Five items on three pages; the fourth page is empty.
async fn page(number: usize) -> Vec<&'static str> {
    sleep(Duration::from_millis(100)).await;
    println!("(page {number})");
    match number {
        1 => vec!["a", "b"],
        2 => vec!["c", "d"],
        3 => vec!["e"],
        _ => vec![],
    }
}

// ANCHOR: items
fn items() -> impl Stream<Item = &'static str> {
    stream::unfold(1, |number| async move {
        let items = page(number).await;
        (!items.is_empty()).then_some((items, number + 1))
    })
    .flat_map(stream::iter)
}
// ANCHOR_END: items

#[tokio::main]
async fn main() {
    let start = Instant::now();
    let mut items = pin!(items());
    while let Some(item) = items.next().await {
        println!("{item} at {} ms", start.elapsed().as_millis());
    }
    println!("end at {} ms", start.elapsed().as_millis());
}
