//! wrong: no_two_beats_come_closer_than_a_period
//! says: one began at 250 ms, and the next at 260 ms
//! says: made good as soon as possible
//!
//! The slow beat ends at 250 ms and has missed two ticks. An interval, if
//! nobody tells it otherwise, makes them good as fast as it can: beats begin at
//! 250, 260 and 300 ms. What shall become of a tick that was missed?

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
