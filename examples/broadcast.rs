//! Each listener gets each event; who is too slow learns how many it missed.
//!
//! In Python this is an event bus with a queue for each listener.
//!
//!     cargo run --example broadcast

use std::time::Duration;
use tokio::{
    sync::broadcast::{self, Receiver, error::RecvError},
    task::JoinError,
    time::sleep,
};

const CAPACITY: usize = 2;

async fn listen(pause: u64, mut events: Receiver<u32>) -> Vec<String> {
    let mut heard = Vec::new();
    loop {
        match events.recv().await {
            Ok(event) => {
                heard.push(event.to_string());
                sleep(Duration::from_millis(pause)).await;
            }
            Err(RecvError::Lagged(n)) => heard.push(format!("missed {n}")),
            Err(RecvError::Closed) => return heard,
        }
    }
}

#[tokio::main]
async fn main() -> Result<(), JoinError> {
    let (bus, _) = broadcast::channel(CAPACITY);
    let quick = tokio::spawn(listen(0, bus.subscribe()));
    let slow = tokio::spawn(listen(700, bus.subscribe()));

    for event in 1..=6 {
        sleep(Duration::from_millis(200)).await;
        // It never waits. An error: nobody listens, and that may be so.
        let _ = bus.send(event);
    }
    drop(bus);
    println!("quick: {}", quick.await?.join(", "));
    println!("slow:  {}", slow.await?.join(", "));
    Ok(())
}
