//! right
//!
//! A turn lasts for a beat or for a period, whichever is longer.

use std::time::Duration;

use lab::Monitor;
use tokio::time::sleep;

pub async fn heartbeat(monitor: Monitor, period: Duration) -> ! {
    loop {
        tokio::join!(monitor.beat(), sleep(period));
    }
}
