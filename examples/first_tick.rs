//! A tick every 60 s, cancelled after 10 s, in three ways.
//!
//! In Python this is a loop around `asyncio.sleep(60)`.
//! The clock is paused: it jumps to the next timer, so nobody waits 10 s.
//!
//!     cargo run --example first_tick

use std::time::Duration;
use tokio::time::{Instant, interval, interval_at, sleep, timeout};

// ANCHOR: main
const PERIOD: Duration = Duration::from_secs(60);

async fn sleep_first(ticks: &mut u32) {
    loop {
        sleep(PERIOD).await;
        *ticks += 1;
    }
}

async fn tick_at_once(ticks: &mut u32) {
    let mut interval = interval(PERIOD);
    loop {
        interval.tick().await;
        *ticks += 1;
    }
}

async fn tick_later(ticks: &mut u32) {
    let mut interval = interval_at(Instant::now() + PERIOD, PERIOD);
    loop {
        interval.tick().await;
        *ticks += 1;
    }
}

#[tokio::main(flavor = "current_thread", start_paused = true)]
async fn main() {
    let (mut a, mut b, mut c) = (0, 0, 0);
    let _ = timeout(Duration::from_secs(10), async {
        tokio::join!(
            sleep_first(&mut a),
            tick_at_once(&mut b),
            tick_later(&mut c)
        )
    })
    .await;
    println!("sleep: {a}, interval: {b}, interval_at: {c}");
}
// ANCHOR_END: main
