//! A light that turns green, red and green again.
//!
//! In Python this is `set()` and `clear()` of an `asyncio.Event`.
//!
//!     cargo run --example traffic_light

use std::{error::Error, time::Duration};
use tokio::{
    sync::watch::{self, Receiver, error::RecvError},
    time::{Instant, sleep},
};

// ANCHOR: cross
async fn cross(
    at: u64,
    mut green: Receiver<bool>,
) -> Result<Instant, RecvError> {
    sleep(Duration::from_millis(at)).await;
    green.wait_for(|green| *green).await?;
    Ok(Instant::now())
}
// ANCHOR_END: cross

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let start = Instant::now();
    let (light, green) = watch::channel(false);

    let mut cars = Vec::new();
    for at in [0, 150, 250] {
        cars.push((at, tokio::spawn(cross(at, green.clone()))));
    }
    for (after, color) in [(100, true), (100, false), (100, true)] {
        sleep(Duration::from_millis(after)).await;
        light.send_replace(color);
    }
    for (at, car) in cars {
        let crossed = (car.await?? - start).as_millis();
        println!("comes at {at} ms, crosses at {crossed} ms");
    }
    Ok(())
}
