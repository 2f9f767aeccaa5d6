//! How often a `join!` of three equal sleeps is polled.
//!
//! In Python each of the three tasks is resumed once.
//!
//!     cargo run --example join_polls

use std::{future::poll_fn, pin::pin, time::Duration};
use tokio::{join, task::JoinError, time::sleep};

async fn nap() {
    sleep(Duration::from_millis(20)).await;
}

async fn polls() -> u32 {
    let mut naps = pin!(async { join!(nap(), nap(), nap()) });
    let mut polls = 0;
    let count = poll_fn(|cx| {
        polls += 1;
        naps.as_mut().poll(cx)
    });
    count.await;
    polls
}

#[tokio::main]
async fn main() -> Result<(), JoinError> {
    let mut twice = 0;
    for _ in 0..20 {
        let polls = tokio::spawn(polls()).await?;
        twice += u32::from(polls == 2);
    }
    println!("polled twice in most of 20 runs: {}", twice > 10);
    Ok(())
}
