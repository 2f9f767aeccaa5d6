//! wrong: slow_beats_do_not_shift_the_rhythm
//! says: it gave [0, 130, 260]
//!
//! Resets when the beat is over, which is a sleep under another name.

use std::time::Duration;

use lab::Monitor;
use tokio::time::interval;

pub async fn heartbeat(monitor: Monitor, period: Duration) -> ! {
    let mut ticks = interval(period);
    loop {
        ticks.tick().await;
        monitor.beat().await;
        ticks.reset();
    }
}
