//! Drop the futures of those who wait for a value that is being made.
//!
//! In Python this is a lock around "load it once", cancelled.
//!
//!     cargo run --example card_once

use std::{cell::Cell, time::Duration};
use tokio::{
    sync::{OnceCell, SetOnce},
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
        sleep(ms(100)).await;
        "loaded"
    };
    given_up(cell.get_or_init(load)).await;
    let value = cell.get_or_init(load).await;
    println!("get_or_init: {value}, begun {} times", begun.get());

    let (cell, begun) = (OnceCell::new(), Cell::new(0));
    let load = async || {
        begun.set(begun.get() + 1);
        sleep(ms(100)).await;
        Ok::<_, String>("loaded")
    };
    given_up(cell.get_or_try_init(load)).await;
    let value = cell.get_or_try_init(load).await?;
    println!("get_or_try_init: {value}, begun {} times", begun.get());
    Ok(())
}
