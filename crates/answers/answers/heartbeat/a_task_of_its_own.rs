//! wrong: who_drops_it_stops_it
//! says: A task that it has started belongs to the runtime
//!
//! The loop runs in a task of its own. The caller drops your future at 250 ms,
//! and the timeline shows the beats going on for a second. Nobody holds
//! anything that could stop them: what would have to own the loop, so that the
//! drop reaches it?

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
