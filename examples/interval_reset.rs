//! A tick that comes only after 100 ms of silence.
//!
//! In Python this is `timer.cancel()` and a new `loop.call_later`.
//!
//!     cargo run --example interval_reset

use std::{future::pending, time::Duration};
use tokio::time::{Instant, interval_at, sleep_until};

// ANCHOR: main
const fn ms(n: u64) -> Duration {
    Duration::from_millis(n)
}

/// Message 1 comes at 60 ms, message 2 at 250 ms, and no more.
async fn message(n: u32, start: Instant) {
    match n {
        1 => sleep_until(start + ms(60)).await,
        2 => sleep_until(start + ms(250)).await,
        _ => pending().await, // Waits for ever.
    }
}

#[tokio::main]
async fn main() {
    let start = Instant::now();
    let mut ticks = interval_at(start + ms(100), ms(100));
    let (mut next, mut silences) = (1, 0);
    while silences < 3 {
        tokio::select! {
            () = message(next, start) => {
                println!("message at {} ms", start.elapsed().as_millis());
                ticks.reset();
                next += 1;
            }
            _ = ticks.tick() => {
                println!("silence at {} ms", start.elapsed().as_millis());
                silences += 1;
            }
        }
    }
}
// ANCHOR_END: main
