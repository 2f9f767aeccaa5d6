//! Polling stations that count their votes.

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use crate::log::{Log, Watched};
use crate::ms;

/// Clones are the same stations.
#[derive(Clone)]
pub struct Polls {
    log: Log,
    times: Arc<[Duration]>,
}

impl Polls {
    /// Station `n` takes `times[n]` milliseconds, any further one 100 ms.
    pub fn taking(times: &[u64]) -> Self {
        let times = times.iter().map(|time| ms(*time)).collect();
        Self {
            log: Log::new(),
            times,
        }
    }

    /// Station 0 has 10 votes, station 1 has 20, and so on.
    pub async fn count(&self, station: u32) -> u32 {
        let time = self.times.get(station as usize).copied();
        let time = time.unwrap_or(ms(100));
        self.log.visit(format!("station {station}"), time).await;
        (station + 1) * 10
    }
}

/// Short, as it is shown in the reader's messages.
impl fmt::Debug for Polls {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the polls")
    }
}

impl Watched for Polls {
    fn log(&self) -> &Log {
        &self.log
    }
}
