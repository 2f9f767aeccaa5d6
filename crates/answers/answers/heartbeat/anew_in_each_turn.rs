//! wrong: no_two_beats_come_closer_than_a_period
//! says: one began at 250 ms, and the next at 260 ms
//!
//! After the slow beat, one beat follows the other every 10 ms, and there is no
//! pause any more: each of them is a first tick. How often does your code make
//! the interval, and which of its ticks is due at once?

use std::time::Duration;

use lab::Monitor;
use tokio::time::interval;

pub async fn heartbeat(monitor: Monitor, period: Duration) -> ! {
    loop {
        interval(period).tick().await;
        monitor.beat().await;
    }
}
