//! A connection whose other end writes known pieces at known times.

use std::fmt;
use std::time::Duration;

use tokio::io::{AsyncWriteExt, DuplexStream};
use tokio::time::{sleep_until, timeout};

use crate::log::{Log, Watched};
use crate::ms;

/// The log has a line for the pieces and one for the reader's calls.
#[derive(Clone)]
pub struct Wire {
    log: Log,
}

impl Wire {
    /// Writes each piece at its millisecond, and hangs up after the last.
    pub fn sending(pieces: &[(u64, &str)]) -> (Self, DuplexStream) {
        let (ours, mut theirs) = tokio::io::duplex(1024);
        let wire = Self { log: Log::new() };
        let log = wire.log.clone();
        let begin = tokio::time::Instant::now();
        let pieces: Vec<(Duration, String)> = pieces
            .iter()
            .map(|(at, text)| (ms(*at), (*text).to_owned()))
            .collect();
        tokio::spawn(async move {
            for (at, text) in pieces {
                sleep_until(begin + at).await;
                log.visit("pieces", Duration::ZERO).await;
                if theirs.write_all(text.as_bytes()).await.is_err() {
                    return; // The reader has gone.
                }
            }
        });
        (wire, ours)
    }

    /// One call of the reader, which is dropped after `limit` milliseconds.
    pub async fn call<T>(
        &self,
        limit: u64,
        call: impl Future<Output = T>,
    ) -> Option<T> {
        let stay = self.log.enter("calls");
        let output = timeout(ms(limit), call).await.ok()?;
        stay.done();
        Some(output)
    }
}

/// Short, as it is shown in the reader's messages.
impl fmt::Debug for Wire {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the wire")
    }
}

impl Watched for Wire {
    fn log(&self) -> &Log {
        &self.log
    }

    fn when_stuck(&self) -> &'static str {
        "The other end has hung up, and still somebody waits. What does \
         `next_line` give at the end of the stream, and what becomes of it?"
    }
}
