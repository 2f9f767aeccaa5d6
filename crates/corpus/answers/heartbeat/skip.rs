//! wrong: no_two_beats_come_closer_than_a_period
//! says: one began at 250 ms, and the next at 300 ms
//! says: keep to the multiples of the period
//!
//! Back to the multiples of the period, 50 ms after the late beat.

use std::time::Duration;

use lab::Monitor;
use tokio::time::{MissedTickBehavior, interval};

pub async fn heartbeat(monitor: Monitor, period: Duration) -> ! {
    let mut ticks = interval(period);
    ticks.set_missed_tick_behavior(MissedTickBehavior::Skip);
    loop {
        ticks.tick().await;
        monitor.beat().await;
    }
}
