//! The same booking with a task each: the hotel is booked all the same.
//!
//! In Python this is `asyncio.gather`, whose children are tasks.
//!
//!     cargo run --example flatten

use std::{
    sync::atomic::{AtomicU32, Ordering},
    time::Duration,
};
use tokio::{
    task::JoinHandle,
    time::{Instant, sleep},
};

// ANCHOR: main
static ROOMS: AtomicU32 = AtomicU32::new(0);

async fn flight() -> Result<u32, String> {
    sleep(Duration::from_millis(20)).await;
    Err("no seat left".to_owned())
}

async fn hotel() -> Result<u32, String> {
    sleep(Duration::from_millis(50)).await;
    ROOMS.fetch_add(1, Ordering::Relaxed);
    Ok(12)
}

/// One `Result` instead of two, one inside the other.
async fn flatten<T>(task: JoinHandle<Result<T, String>>) -> Result<T, String> {
    match task.await {
        Ok(result) => result,
        Err(end) => Err(end.to_string()), // It panicked, or was aborted.
    }
}

#[tokio::main]
async fn main() {
    let start = Instant::now();
    let (flight, hotel) = (tokio::spawn(flight()), tokio::spawn(hotel()));

    match tokio::try_join!(flatten(flight), flatten(hotel)) {
        Ok((seat, room)) => println!("seat {seat}, room {room}"),
        Err(error) => {
            println!("{error} after {} ms", start.elapsed().as_millis());
        }
    }
    sleep(Duration::from_millis(100)).await;
    println!("rooms booked: {}", ROOMS.load(Ordering::Relaxed));
}
// ANCHOR_END: main
