//! wrong: the_first_beat_comes_at_once
//! says: it gave []
//! says: Is there a wait in front of it
//!
//! A sleep at the head of the loop.

use std::time::Duration;

use lab::Monitor;
use tokio::time::sleep;

pub async fn heartbeat(monitor: Monitor, period: Duration) -> ! {
    loop {
        sleep(period).await;
        monitor.beat().await;
    }
}
