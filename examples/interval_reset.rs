//! A tick that comes only after 100 ms of silence.
//!
//! In Python this is `timer.cancel()` and a new `loop.call_later`.
//!
//!     cargo run --example interval_reset

use std::time::Duration;
use tokio::time::{Instant, interval_at, sleep, sleep_until};

const fn ms(n: u64) -> Duration {
    Duration::from_millis(n)
}

// ANCHOR: main
#[tokio::main]
async fn main() {
    let start = Instant::now();
    let mut silence = interval_at(start + ms(100), ms(100));
    // Messages come at 60 ms and at 90 ms.
    for at in [60, 90] {
        sleep_until(start + ms(at)).await;
        silence.reset();
        println!("message at {} ms", start.elapsed().as_millis());
    }
    for _ in 0..2 {
        silence.tick().await;
        println!("silence at {} ms", start.elapsed().as_millis());
    }
    sleep(ms(30)).await;
    silence.reset_immediately();
    silence.tick().await;
    println!("asked for at {} ms", start.elapsed().as_millis());
}
// ANCHOR_END: main
