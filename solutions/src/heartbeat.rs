//! A heartbeat that never bursts.

use std::time::Duration;

use lab::Monitor;
// begin solution
use tokio::time::{MissedTickBehavior, interval};
// end solution

/// Beats at once and then every `period`, for ever. Two beats never begin
/// closer together than one period (less the 5 ms that an interval makes
/// good): after a beat that took longer, the next comes at once, and the
/// periods are counted from there.
pub async fn heartbeat(monitor: Monitor, period: Duration) -> ! {
    // begin solution
    //~ // TODO: `monitor.beat()`, again and again.
    //~ todo!("{monitor:?}, every {period:?}")
    let mut ticks = interval(period);
    ticks.set_missed_tick_behavior(MissedTickBehavior::Delay);
    loop {
        ticks.tick().await;
        monitor.beat().await;
    }
    // end solution
}
