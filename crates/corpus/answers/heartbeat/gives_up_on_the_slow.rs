//! wrong: after_a_stall_the_rhythm_begins_anew
//! says: it gave [0, 100, 200, 300, 400]
//!
//! A timeout drops the beat that takes too long.

use std::time::Duration;

use lab::Monitor;
use tokio::time::{interval, timeout};

pub async fn heartbeat(monitor: Monitor, period: Duration) -> ! {
    let mut ticks = interval(period);
    loop {
        ticks.tick().await;
        let _ = timeout(period, monitor.beat()).await;
    }
}
