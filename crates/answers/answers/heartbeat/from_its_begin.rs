//! right
//!
//! Counts from the begin of the beat.

use std::time::Duration;

use lab::Monitor;
use tokio::time::{Instant, sleep_until};

pub async fn heartbeat(monitor: Monitor, period: Duration) -> ! {
    loop {
        let begin = Instant::now();
        monitor.beat().await;
        sleep_until(begin + period).await;
    }
}
