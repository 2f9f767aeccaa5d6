//! A monitor that wants to hear that you are alive.

use std::fmt;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use crate::log::{Log, Watched};
use crate::ms;

/// Clones are the same monitor.
#[derive(Clone)]
pub struct Monitor {
    log: Log,
    times: Arc<[Duration]>,
    beats: Arc<AtomicUsize>,
}

impl Monitor {
    /// Beat `n` takes `times[n]` milliseconds, any further beat 10 ms.
    pub fn taking(times: &[u64]) -> Self {
        let times = times.iter().map(|time| ms(*time)).collect();
        Self {
            log: Log::new(),
            times,
            beats: Arc::default(),
        }
    }

    /// Says that you are alive, and waits until the monitor has heard it.
    pub async fn beat(&self) {
        let n = self.beats.fetch_add(1, Ordering::Relaxed);
        let time = self.times.get(n).copied().unwrap_or(ms(10));
        self.log.visit(format!("beat {n}"), time).await;
    }

    /// When the beats began, in milliseconds.
    pub fn begins(&self) -> Vec<u128> {
        let visits = self.log.visits();
        visits.iter().map(|visit| visit.start.as_millis()).collect()
    }
}

/// Short, as it is shown in the reader's messages.
impl fmt::Debug for Monitor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the monitor")
    }
}

impl Watched for Monitor {
    fn log(&self) -> &Log {
        &self.log
    }
}
