//! wrong: the_first_beat_comes_at_once
//! says: it gave []
//!
//! Nothing has run after 50 ms: the first beat is put off. Perhaps the interval
//! begins one period from now, or a sleep stands at the head of the loop. When
//! is the first tick of an interval due, if you do nothing about it?

use std::time::Duration;

use lab::Monitor;
use tokio::time::{Instant, MissedTickBehavior, interval_at};

pub async fn heartbeat(monitor: Monitor, period: Duration) -> ! {
    let mut ticks = interval_at(Instant::now() + period, period);
    ticks.set_missed_tick_behavior(MissedTickBehavior::Delay);
    loop {
        ticks.tick().await;
        monitor.beat().await;
    }
}
