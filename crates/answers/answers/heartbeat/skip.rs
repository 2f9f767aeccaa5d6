//! wrong: no_two_beats_come_closer_than_a_period
//! says: one began at 250 ms, and the next at 300 ms
//! says: keep to the multiples of the period
//!
//! After the slow beat, the late one comes at 250 ms and the next at 300 ms.
//! The ticks that were missed are left out, and then it is back to the
//! multiples of the period. That keeps the old rhythm; does it keep the
//! distance between two beats?

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
