//! wrong: the_first_beat_comes_at_once
//! says: it gave []
//! says: Is there a wait in front of it
//!
//! Nothing has run after 50 ms: something waits for a period before the first
//! beat. Perhaps a sleep stands in front of the beat, or the interval begins
//! later. The first beat is due when the function is called; what should come
//! before the first wait?

use std::time::Duration;

use lab::Monitor;
use tokio::time::sleep;

pub async fn heartbeat(monitor: Monitor, period: Duration) -> ! {
    loop {
        sleep(period).await;
        monitor.beat().await;
    }
}
