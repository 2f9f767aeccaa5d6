//! right
//!
//! The parts wait in a list and are put together at the end.

use std::io;

use tokio::io::{AsyncBufReadExt, BufReader, DuplexStream, Lines};

pub struct LinesReader {
    lines: Lines<BufReader<DuplexStream>>,
    parts: Vec<String>,
}

impl LinesReader {
    pub fn new(stream: DuplexStream) -> Self {
        let lines = BufReader::new(stream).lines();
        let parts = Vec::new();
        Self { lines, parts }
    }

    pub async fn next(&mut self) -> io::Result<Option<String>> {
        loop {
            let Some(mut line) = self.lines.next_line().await? else {
                let rest: String = self.parts.drain(..).collect();
                return Ok((!rest.is_empty()).then_some(rest));
            };
            let goes_on = line.ends_with('\\');
            if goes_on {
                line.pop();
            }
            self.parts.push(line);
            if !goes_on {
                return Ok(Some(self.parts.drain(..).collect()));
            }
        }
    }
}
