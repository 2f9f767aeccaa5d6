//! wrong: no_two_beats_come_closer_than_a_period
//! says: one began at 250 ms, and the next at 260 ms
//! says: made good as soon as possible
//!
//! The default: missed ticks are made good at once.

use std::time::Duration;

use lab::Monitor;
use tokio::time::interval;

pub async fn heartbeat(monitor: Monitor, period: Duration) -> ! {
    let mut ticks = interval(period);
    loop {
        ticks.tick().await;
        monitor.beat().await;
    }
}
