//! wrong: the_first_beat_comes_at_once
//! says: it gave []
//!
//! `interval_at` puts off the first tick.

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
