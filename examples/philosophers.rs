//! Three philosophers, three forks: two taken in a circle are a deadlock.
//!
//! In Python this is the same, with `asyncio.Lock`.
//!
//!     cargo run --example philosophers

use std::{sync::Arc, time::Duration};
use tokio::{
    sync::Mutex,
    task::JoinError,
    time::{Instant, error::Elapsed, sleep, timeout},
};

const ORDER: &str = "left first";

type Forks = Arc<[Mutex<()>; 3]>;

// ANCHOR: dine
async fn dine(seat: usize, forks: Forks) {
    let (left, right) = (seat, (seat + 1) % 3);
    let (first, second) = match ORDER {
        "left first" => (left, right),
        _ => (left.min(right), left.max(right)),
    };
    let _first = forks[first].lock().await;
    sleep(Duration::from_millis(10)).await; // Reaches for the other one.
    let _second = forks[second].lock().await;
    sleep(Duration::from_millis(40)).await;
}
// ANCHOR_END: dine

async fn eat(seat: usize, forks: Forks) -> Result<(), Elapsed> {
    timeout(Duration::from_millis(400), dine(seat, forks)).await
}

#[tokio::main]
async fn main() -> Result<(), JoinError> {
    let start = Instant::now();
    let forks = Forks::default();

    let mut tasks = Vec::new();
    for seat in 0..3 {
        tasks.push(tokio::spawn(eat(seat, forks.clone())));
    }
    for (seat, task) in tasks.into_iter().enumerate() {
        println!("philosopher {seat}: {:?}", task.await?);
    }
    println!("total {} ms", start.elapsed().as_millis());
    Ok(())
}
