//! wrong: slow_beats_do_not_shift_the_rhythm
//! says: it gave [0, 130, 260]
//! says: count from the end of the beat
//!
//! The beats begin at 0, 130 and 260 ms: each turn takes a beat and a whole
//! period, so the rhythm drifts. Perhaps a sleep stands after the beat, as one
//! writes it in Python. From where should the period be counted, so that a beat
//! is a part of it?

use std::time::Duration;

use lab::Monitor;
use tokio::time::sleep;

pub async fn heartbeat(monitor: Monitor, period: Duration) -> ! {
    loop {
        monitor.beat().await;
        sleep(period).await;
    }
}
