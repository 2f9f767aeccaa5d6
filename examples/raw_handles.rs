//! `try_join!` over bare handles waits for both, whatever they return.
//!
//! In Python this is `gather(create_task(..), create_task(..))`.
//!
//!     cargo run --example raw_handles

use std::time::Duration;
use tokio::{
    task::JoinError,
    time::{Instant, sleep},
};

async fn flight() -> Result<u32, &'static str> {
    sleep(Duration::from_millis(20)).await;
    Err("no seat left")
}

async fn hotel() -> Result<u32, &'static str> {
    sleep(Duration::from_millis(50)).await;
    Err("no room left")
}

// ANCHOR: main
#[tokio::main]
async fn main() -> Result<(), JoinError> {
    let start = Instant::now();
    let both = tokio::try_join!(tokio::spawn(flight()), tokio::spawn(hotel()));
    println!("{both:?} after {} ms", start.elapsed().as_millis());

    let (seat, room) = both?; // No error: neither of the tasks panicked.
    println!("seat: {seat:?}, room: {room:?}");
    Ok(())
}
// ANCHOR_END: main
