//! right
//!
//! Each tick says anew when the next one is due.

use std::time::Duration;

use lab::Monitor;
use tokio::time::interval;

pub async fn heartbeat(monitor: Monitor, period: Duration) -> ! {
    let mut ticks = interval(period);
    loop {
        ticks.tick().await;
        ticks.reset();
        monitor.beat().await;
    }
}
