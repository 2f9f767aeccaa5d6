//! Drop the futures of those who wait for an event, for each other, or for a
//! value that is being made.
//!
//! In Python this is `event.wait()` and `barrier.wait()`, cancelled.
//!
//!     cargo run --example card_meetings

use std::{cell::Cell, time::Duration};
use tokio::{
    sync::{Barrier, OnceCell, SetOnce},
    time::{sleep, timeout},
};

fn ms(n: u64) -> Duration {
    Duration::from_millis(n)
}

async fn given_up(future: impl Future) {
    assert!(timeout(ms(10), future).await.is_err(), "it was ready");
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let event = SetOnce::new();
    given_up(event.wait()).await;
    event.set("set")?;
    println!("SetOnce wait: then {:?}", event.wait().await);

    let (cell, begun) = (OnceCell::new(), Cell::new(0));
    let load = async || {
        begun.set(begun.get() + 1);
        sleep(ms(50)).await;
        "loaded"
    };
    given_up(cell.get_or_init(load)).await;
    let value = cell.get_or_init(load).await;
    println!("OnceCell get_or_init: {value}, begun {} times", begun.get());

    let barrier = Barrier::new(2);
    given_up(barrier.wait()).await;
    let alone = timeout(ms(10), barrier.wait()).await.is_ok();
    println!("Barrier wait: then one of two passes alone: {alone}");
    Ok(())
}
