//! One of two tasks fails, and the other one is in the same set.
//!
//! In Python `asyncio.TaskGroup` cancels it.
//!
//!     cargo run --example group_fail

use std::{
    sync::atomic::{AtomicU32, Ordering},
    time::Duration,
};
use tokio::{
    task::{JoinError, JoinSet},
    time::{Instant, sleep},
};

const THEN: &str = "keep going";

static ROOMS: AtomicU32 = AtomicU32::new(0);

async fn flight() -> Result<u32, String> {
    sleep(Duration::from_millis(20)).await;
    Err("no seat left".to_owned())
}

async fn hotel() -> Result<u32, String> {
    sleep(Duration::from_millis(400)).await;
    ROOMS.fetch_add(1, Ordering::Relaxed);
    Ok(12)
}

#[tokio::main]
async fn main() -> Result<(), JoinError> {
    let start = Instant::now();
    let mut trip = JoinSet::new();
    trip.spawn(flight());
    trip.spawn(hotel());

    while let Some(ended) = trip.join_next().await {
        match ended {
            Ok(Ok(number)) => println!("number {number}"),
            Ok(Err(error)) => {
                println!("{error} after {} ms", start.elapsed().as_millis());
                match THEN {
                    "abort_all" => trip.abort_all(),
                    "drop the set" => drop(std::mem::take(&mut trip)),
                    _ => {}
                }
            }
            Err(end) if end.is_cancelled() => println!("one was aborted"),
            Err(panic) => return Err(panic),
        }
    }
    println!("the set is empty after {} ms", start.elapsed().as_millis());
    println!("rooms booked: {}", ROOMS.load(Ordering::Relaxed));
    Ok(())
}
