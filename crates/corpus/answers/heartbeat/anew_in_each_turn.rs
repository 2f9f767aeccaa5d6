//! wrong: no_two_beats_come_closer_than_a_period
//! says: one began at 250 ms, and the next at 260 ms
//!
//! The interval is made in the loop: each tick is the first.

use std::time::Duration;

use lab::Monitor;
use tokio::time::interval;

pub async fn heartbeat(monitor: Monitor, period: Duration) -> ! {
    loop {
        interval(period).tick().await;
        monitor.beat().await;
    }
}
