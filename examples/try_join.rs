//! Book a flight and a hotel; the flight fails first.
//!
//! In Python this is `asyncio.gather`, which lets the other one run on.
//!
//!     cargo run --example try_join

use std::{cell::Cell, time::Duration};
use tokio::time::{Instant, sleep};

const HOTEL_TAKES: u64 = 50; // milliseconds

async fn flight() -> Result<u32, String> {
    sleep(Duration::from_millis(20)).await;
    Err("no seat left".to_owned())
}

async fn hotel(rooms: &Cell<u32>) -> Result<u32, String> {
    sleep(Duration::from_millis(HOTEL_TAKES)).await;
    rooms.set(rooms.get() + 1); // From now on the room is paid for.
    Ok(12)
}

#[tokio::main]
async fn main() {
    let start = Instant::now();
    let rooms = Cell::new(0);

    match tokio::try_join!(flight(), hotel(&rooms)) {
        Ok((seat, room)) => println!("seat {seat}, room {room}"),
        Err(error) => {
            println!("{error} after {} ms", start.elapsed().as_millis());
        }
    }
    sleep(Duration::from_millis(100)).await; // Time enough for the hotel.
    println!("rooms booked: {}", rooms.get());
}
