//! Drop the futures of timers, and see when it is time after all.
//!
//! In Python this is `asyncio.sleep(d)`, cancelled and called again.
//!
//!     cargo run --example card_time

use futures::FutureExt;
use std::{pin::pin, time::Duration};
use tokio::{
    task::yield_now,
    time::{Instant, interval, sleep, timeout},
};

fn ms(n: u64) -> Duration {
    Duration::from_millis(n)
}

async fn given_up(future: impl Future) {
    assert!(timeout(ms(40), future).await.is_err(), "it was ready");
}

async fn wait() -> &'static str {
    sleep(ms(100)).await;
    "in time"
}

#[tokio::main]
async fn main() {
    let start = Instant::now();
    given_up(sleep(ms(100))).await;
    sleep(ms(100)).await;
    println!("sleep, made anew: {} ms", start.elapsed().as_millis());

    let start = Instant::now();
    let mut kept = pin!(sleep(ms(100)));
    given_up(&mut kept).await;
    kept.await;
    println!("&mut sleep: {} ms", start.elapsed().as_millis());

    let start = Instant::now();
    let mut ticks = interval(ms(100));
    ticks.tick().await;
    given_up(ticks.tick()).await;
    ticks.tick().await;
    println!("Interval tick: {} ms", start.elapsed().as_millis());

    let start = Instant::now();
    given_up(timeout(ms(500), wait())).await;
    let end = timeout(ms(500), wait()).await;
    let took = start.elapsed().as_millis();
    println!("timeout, made anew: {end:?} after {took} ms");

    let first = yield_now().now_or_never();
    println!("yield_now: {first:?}, then {:?}", yield_now().await);
}
