//! A tape that is read in bursts and copied to a slow one.

use std::fmt;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use crate::log::{Log, Stay, Watched};
use crate::ms;

const WRITE: Duration = ms(100);

/// A record that was read. It takes up memory until it is written, or dropped.
#[derive(Debug)]
pub struct Record {
    number: u32,
    stay: Stay,
}

/// A source and a destination. Clones are the same two tapes. The log has one
/// line for each record, from the end of its reading to the end of its
/// writing: the time for which it takes up memory.
#[derive(Clone)]
pub struct Tape {
    log: Log,
    times: Arc<[Duration]>,
    written: Arc<Mutex<Vec<u32>>>,
}

impl Tape {
    /// Reading record `n` takes `times[n]` milliseconds, any further 10 ms.
    pub fn reading(times: &[u64]) -> Self {
        let times = times.iter().map(|time| ms(*time)).collect();
        Self {
            log: Log::new(),
            times,
            written: Arc::default(),
        }
    }

    /// Reads a record.
    pub async fn read(&self, number: u32) -> Record {
        let time = self.times.get(number as usize).copied().unwrap_or(ms(10));
        tokio::time::sleep(time).await;
        let stay = self.log.enter(format!("record {number}"));
        Record { number, stay }
    }

    /// Writes a record, in 100 ms, and frees its memory.
    pub async fn write(&self, record: Record) {
        tokio::time::sleep(WRITE).await;
        self.book().push(record.number);
        record.stay.done();
    }

    /// The numbers of what was written, in that order.
    pub fn written(&self) -> Vec<u32> {
        self.book().clone()
    }

    fn book(&self) -> std::sync::MutexGuard<'_, Vec<u32>> {
        self.written.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Short, as it is shown in the reader's messages.
impl fmt::Debug for Tape {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the tape")
    }
}

impl Watched for Tape {
    fn log(&self) -> &Log {
        &self.log
    }

    fn when_stuck(&self) -> &'static str {
        "Each side waits for the other. A receiver waits for as long as a \
         sender exists: is it really gone when the reading is over?"
    }
    fn when_crowded(&self, _: usize) -> &'static str {
        "A record takes up memory wherever it is: not only in a queue, but \
         also with whoever is writing it, and with whoever waits to hand it \
         on. Count them all."
    }
}
