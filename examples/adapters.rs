//! Put a stream together from adapters.
//!
//! In Python this is one async generator around another.
//!
//!     cargo run --example adapters

use futures::{StreamExt, future::ready, stream};
use std::time::Duration;
use tokio::time::{Instant, sleep};

async fn price(id: u32) -> u32 {
    sleep(Duration::from_millis(100)).await;
    println!("(asked for {id})");
    id * 10
}

#[tokio::main]
async fn main() {
    let start = Instant::now();
    // ANCHOR: chain
    let pairs = stream::iter(1..)
        .filter(|id| ready(id % 2 == 1)) // 1, 3, 5, 7, ...
        .then(price) // 10, 30, 50, 70, ...
        .take_while(|price| ready(*price < 60))
        .chunks(2);
    // ANCHOR_END: chain
    println!("made at {} ms", start.elapsed().as_millis());

    let pairs: Vec<_> = pairs.collect().await;
    println!("{pairs:?} at {} ms", start.elapsed().as_millis());
}
