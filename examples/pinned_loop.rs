//! Keep one future over all turns of a loop, and do something in between.
//!
//! In Python this is `asyncio.wait({task}, timeout=0.16)` in a loop.
//!
//!     cargo run --example pinned_loop

use std::{pin::pin, time::Duration};
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
    let mut download = pin!(download());
    let file = loop {
        select! {
            file = &mut download => break file,
            () = sleep(Duration::from_millis(160)) => {} // draw a bar
        }
    };
    println!("{file} after {} ms", start.elapsed().as_millis());
}
// ANCHOR_END: main
