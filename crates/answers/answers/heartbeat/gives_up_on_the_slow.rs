//! wrong: after_a_stall_the_rhythm_begins_anew
//! says: it gave [0, 100, 200, 300, 400]
//!
//! A beat that takes longer than the period is dropped. The timeline shows beat
//! 0 cut off at 100 ms, so the rhythm stays as it was, and the monitor never
//! hears that beat. The slow one shall be waited for: when does the next one
//! begin then?

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
