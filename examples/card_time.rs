//! Drop the futures of timers after 50 ms, ask again, and measure both.
//!
//! In Python this is `asyncio.sleep(d)`, cancelled and called again.
//!
//!     cargo run --example card_time

use futures::FutureExt;
use std::{pin::pin, time::Duration};
use tokio::{
    task::yield_now,
    time::{Instant, interval, sleep, sleep_until, timeout, timeout_at},
};

fn ms(n: u64) -> Duration {
    Duration::from_millis(n)
}

async fn took(what: &str, mut wait: impl AsyncFnMut()) {
    let start = Instant::now();
    assert!(timeout(ms(50), wait()).await.is_err(), "it was ready");
    wait().await;
    println!("{what}: {} ms", start.elapsed().as_millis());
}

#[tokio::main]
async fn main() {
    took("sleep(200 ms)", async || sleep(ms(200)).await).await;
    let mut kept = pin!(sleep(ms(200)));
    took("&mut sleep", async || kept.as_mut().await).await;
    let end = Instant::now() + ms(200);
    took("sleep_until(200 ms)", async || sleep_until(end).await).await;

    let mut ticks = interval(ms(200));
    ticks.tick().await; // The first one is ready at once.
    took("Interval tick", async || _ = ticks.tick().await).await;

    took("timeout(300 ms)", async || {
        _ = timeout(ms(300), sleep(ms(200))).await;
    })
    .await;
    let end = Instant::now() + ms(150);
    took("timeout_at(150 ms)", async || {
        _ = timeout_at(end, sleep(ms(200))).await;
    })
    .await;

    let first = yield_now().now_or_never();
    println!("yield_now: {first:?}, then {:?}", yield_now().await);
}
