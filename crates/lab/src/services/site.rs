//! A web site that answers after a known time.

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use crate::log::{Log, Watched};
use crate::ms;

/// A simulated server. Clones are the same server.
#[derive(Clone)]
pub struct Site {
    log: Log,
    times: Arc<[Duration]>,
}

impl Site {
    /// Every page takes 100 ms.
    pub fn new() -> Self {
        Self::taking(&[])
    }

    /// Page `n` takes `times[n]` milliseconds, any further page 100 ms.
    pub fn taking(times: &[u64]) -> Self {
        let times = times.iter().map(|time| ms(*time)).collect();
        Self {
            log: Log::new(),
            times,
        }
    }

    /// Fetches a page.
    pub async fn fetch(&self, page: u32) -> String {
        let time = self.times.get(page as usize).copied().unwrap_or(ms(100));
        self.log.visit(format!("page {page}"), time).await;
        format!("<page {page}>")
    }

    /// Asks `who`, which takes `time` milliseconds to give this answer.
    pub async fn ask<T>(&self, who: &str, time: u64, answer: T) -> T {
        self.log.visit(who, ms(time)).await;
        answer
    }
}

impl Default for Site {
    fn default() -> Self {
        Self::new()
    }
}

/// Short, as it is shown in the reader's messages.
impl fmt::Debug for Site {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the site")
    }
}

impl Watched for Site {
    fn log(&self) -> &Log {
        &self.log
    }

    fn when_stuck(&self) -> &'static str {
        "Somebody waits for what nobody gives. Perhaps a place is taken and \
         never given back, or one needs two places and waits for itself. \
         Perhaps a limit is zero, or nobody polls a future."
    }
}
