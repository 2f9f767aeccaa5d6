//! Give up waiting for one item, and ask again.
//!
//! In Python this is `wait_for(anext(items), limit)`.
//!
//!     cargo run --example item_timeout

use futures::{Stream, StreamExt, stream};
use std::{pin::pin, time::Duration};
use tokio::time::{Instant, sleep, timeout};

fn ms(n: u64) -> Duration {
    Duration::from_millis(n)
}

async fn fetch(number: u32) -> u32 {
    sleep(ms(200)).await;
    number
}

fn numbers() -> impl Stream<Item = u32> {
    stream::iter(1..=2).then(fetch)
}

// ANCHOR: main
#[tokio::main]
async fn main() {
    let start = Instant::now();
    let mut numbers = pin!(numbers());
    loop {
        let next = timeout(ms(120), numbers.next()).await;
        let at = start.elapsed().as_millis();
        match next {
            Err(_) => println!("nothing yet at {at} ms"),
            Ok(Some(item)) => println!("item {item} at {at} ms"),
            Ok(None) => break println!("end at {at} ms"),
        }
    }
}
// ANCHOR_END: main
