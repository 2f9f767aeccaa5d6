//! Make a future anew in each turn of a loop: it begins again each time.
//!
//! In Python this is `wait_for(download(), 0.16)` in a loop.
//!
//!     cargo run --example made_anew

use std::time::Duration;
use tokio::{
    select,
    time::{Instant, sleep},
};

async fn download() -> &'static str {
    sleep(Duration::from_millis(400)).await;
    "whole file"
}

// ANCHOR: main
#[tokio::main]
async fn main() {
    let start = Instant::now();
    for _ in 0..4 {
        select! {
            file = download() => return println!("{file}"),
            () = sleep(Duration::from_millis(160)) => {} // draw a bar
        }
    }
    println!("nothing after {} ms", start.elapsed().as_millis());
}
// ANCHOR_END: main
