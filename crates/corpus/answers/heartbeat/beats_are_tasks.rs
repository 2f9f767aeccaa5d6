//! wrong: one_beat_at_a_time
//! says: 2 were under way together
//! says: it was spawned
//!
//! Each beat is a task, so none holds up the next: they overlap.

use std::time::Duration;

use lab::Monitor;
use tokio::time::interval;

pub async fn heartbeat(monitor: Monitor, period: Duration) -> ! {
    let mut ticks = interval(period);
    loop {
        ticks.tick().await;
        let monitor = monitor.clone();
        tokio::spawn(async move { monitor.beat().await });
    }
}
