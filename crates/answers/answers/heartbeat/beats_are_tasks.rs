//! wrong: one_beat_at_a_time
//! says: 2 were under way together
//! says: it was spawned
//!
//! Each beat is a task, and nobody waits for it. The timeline shows beat 1 and
//! beat 2 beginning while beat 0 is still under way. A monitor that is slow
//! would get more and more of them: where is the moment at which the next one
//! may begin?

use std::time::Duration;

use lab::Monitor;
use tokio::time::interval;

pub async fn heartbeat(monitor: Monitor, period: Duration) -> ! {
    let mut ticks = interval(period);
    loop {
        ticks.tick().await;
        let monitor = monitor.clone();
        tokio::spawn(async move { monitor.beat().await });
    }
}
