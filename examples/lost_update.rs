//! Read, wait, write: each writer overwrites what the others wrote.
//!
//! In Python this is `n = value`, `await`, `value = n + 1` without a lock.
//!
//!     cargo run --example lost_update

use futures::future::join_all;
use std::{cell::Cell, time::Duration};
use tokio::time::{Instant, sleep};

const TASKS: u32 = 3;

async fn add(_id: u32, value: &Cell<u32>) {
    let seen = value.get();
    sleep(Duration::from_millis(10)).await;
    value.set(seen + 1);
}

#[tokio::main]
async fn main() {
    let start = Instant::now();
    let value = Cell::new(0);

    join_all((1..=TASKS).map(|id| add(id, &value))).await;
    println!(
        "{TASKS} increments: {} after {} ms",
        value.get(),
        start.elapsed().as_millis()
    );
}
