//! A mill with numbered millstones, each of which grinds one sack at a time.

use std::fmt;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use crate::log::{Log, Watched};
use crate::ms;

/// Clones are the same mill.
#[derive(Clone)]
pub struct Mill {
    log: Log,
    times: Arc<[Duration]>,
    ground: Arc<Mutex<Vec<(usize, u32)>>>,
}

impl Mill {
    /// Every sack takes 500 ms.
    pub fn new() -> Self {
        Self::taking(&[])
    }

    /// Sack `n` takes `times[n]` milliseconds, any further sack 500 ms.
    pub fn taking(times: &[u64]) -> Self {
        let times = times.iter().map(|time| ms(*time)).collect();
        Self {
            log: Log::new(),
            times,
            ground: Arc::default(),
        }
    }

    /// `worker` grinds this sack.
    pub async fn grind(&self, worker: usize, sack: u32) {
        let time = self.times.get(sack as usize).copied().unwrap_or(ms(500));
        self.log.visit(format!("worker {worker}"), time).await;
        self.book().push((worker, sack));
    }

    /// The sacks that were ground, sorted.
    pub fn ground(&self) -> Vec<u32> {
        let mut sacks: Vec<u32> =
            self.book().iter().map(|(_, sack)| *sack).collect();
        sacks.sort_unstable();
        sacks
    }

    /// How many sacks each of so many workers ground.
    pub fn shares(&self, workers: usize) -> Vec<usize> {
        let book = self.book();
        (0..workers)
            .map(|worker| book.iter().filter(|(w, _)| *w == worker).count())
            .collect()
    }

    fn book(&self) -> std::sync::MutexGuard<'_, Vec<(usize, u32)>> {
        self.ground.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Default for Mill {
    fn default() -> Self {
        Self::new()
    }
}

/// Short, as it is shown in the reader's messages.
impl fmt::Debug for Mill {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the mill")
    }
}

impl Watched for Mill {
    fn log(&self) -> &Log {
        &self.log
    }

    fn when_stuck(&self) -> &'static str {
        "A receiver waits for as long as a sender exists, used or not; and a \
         sender waits while the queue is full and nobody takes from it. Who \
         still has a sender, and who receives by then?"
    }
}
