//! wrong: who_drops_it_stops_it
//! says: A task that it has started belongs to the runtime
//!
//! The loop is a task, and nobody stops it.

use std::time::Duration;

use lab::Monitor;
use tokio::time::{MissedTickBehavior, interval};

pub async fn heartbeat(monitor: Monitor, period: Duration) -> ! {
    tokio::spawn(async move {
        let mut ticks = interval(period);
        ticks.set_missed_tick_behavior(MissedTickBehavior::Delay);
        loop {
            ticks.tick().await;
            monitor.beat().await;
        }
    });
    std::future::pending().await
}
