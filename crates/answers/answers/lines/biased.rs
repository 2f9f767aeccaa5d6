//! wrong: a_line_in_two_parts_comes_whole
//! says: dropped with the call
//!
//! The first call is dropped at 60 ms, and what it had read goes with it.
//! Perhaps you put the inner call into a `select!` with `biased;`: that decides
//! who is polled first, and not who is dropped from outside. Which variables of
//! `next` are gone after a drop?

use std::io;

use tokio::io::{AsyncBufReadExt, BufReader, DuplexStream, Lines};

pub struct LinesReader {
    lines: Lines<BufReader<DuplexStream>>,
}

impl LinesReader {
    pub fn new(stream: DuplexStream) -> Self {
        let lines = BufReader::new(stream).lines();
        Self { lines }
    }

    pub async fn next(&mut self) -> io::Result<Option<String>> {
        let mut whole = String::new();
        loop {
            let line = tokio::select! {
                biased;
                line = self.lines.next_line() => line?,
                () = std::future::pending() => None,
            };
            let Some(line) = line else { break };
            match line.strip_suffix('\\') {
                Some(part) => whole.push_str(part),
                None => return Ok(Some(whole + &line)),
            }
        }
        Ok((!whole.is_empty()).then_some(whole))
    }
}
