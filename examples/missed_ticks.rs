//! What becomes of ticks that are missed while the first beat takes 250 ms.
//!
//! In Python the loop that counts the time has to decide this by hand.
//!
//!     cargo run --example missed_ticks

use std::time::Duration;
use tokio::{
    task::JoinError,
    time::{
        Instant,
        MissedTickBehavior::{self, Burst, Delay, Skip},
        interval, sleep,
    },
};

// ANCHOR: beats
const STALL: u64 = 250; // milliseconds

async fn beats(_name: &str, missed: MissedTickBehavior) -> Vec<u128> {
    let start = Instant::now();
    let mut ticks = interval(Duration::from_millis(100));
    ticks.set_missed_tick_behavior(missed);

    let mut at = Vec::new();
    while at.len() < 5 {
        ticks.tick().await;
        at.push(start.elapsed().as_millis());
        if at.len() == 1 {
            sleep(Duration::from_millis(STALL)).await; // a slow server
        }
    }
    at
}
// ANCHOR_END: beats

#[tokio::main]
async fn main() -> Result<(), JoinError> {
    let burst = tokio::spawn(beats("Burst", Burst));
    let delay = tokio::spawn(beats("Delay", Delay));
    let skip = tokio::spawn(beats("Skip", Skip));

    for (name, task) in [("Burst", burst), ("Delay", delay), ("Skip", skip)] {
        let beats = task.await?;
        let beats: Vec<_> = beats.iter().map(|at| format!("{at} ms")).collect();
        println!("{name}: {}", beats.join(" "));
    }
    Ok(())
}
