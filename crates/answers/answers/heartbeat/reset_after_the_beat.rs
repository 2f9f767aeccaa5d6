//! wrong: slow_beats_do_not_shift_the_rhythm
//! says: it gave [0, 130, 260]
//!
//! The beats begin at 0, 130 and 260 ms: the period is counted from the end of
//! a beat, and each beat of 30 ms makes it longer. Perhaps the interval is told
//! to begin anew when the beat is over. At which moment of a turn is it known
//! when the next beat is due?

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
