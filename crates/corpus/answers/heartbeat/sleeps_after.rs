//! wrong: slow_beats_do_not_shift_the_rhythm
//! says: it gave [0, 130, 260]
//! says: count from the end of the beat
//!
//! The loop from Python: it drifts.

use std::time::Duration;

use lab::Monitor;
use tokio::time::sleep;

pub async fn heartbeat(monitor: Monitor, period: Duration) -> ! {
    loop {
        monitor.beat().await;
        sleep(period).await;
    }
}
