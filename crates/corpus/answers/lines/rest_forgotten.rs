//! wrong: the_last_line_may_be_unfinished
//! says: The last of them never came
//! says: At the end of the stream
//!
//! The end of the stream is taken for the end of the text.

use std::io;
use std::mem;

use tokio::io::{AsyncBufReadExt, BufReader, DuplexStream, Lines};

pub struct LinesReader {
    lines: Lines<BufReader<DuplexStream>>,
    whole: String,
}

impl LinesReader {
    pub fn new(stream: DuplexStream) -> Self {
        let lines = BufReader::new(stream).lines();
        let whole = String::new();
        Self { lines, whole }
    }

    pub async fn next(&mut self) -> io::Result<Option<String>> {
        while let Some(line) = self.lines.next_line().await? {
            match line.strip_suffix('\\') {
                Some(part) => self.whole.push_str(part),
                None => return Ok(Some(mem::take(&mut self.whole) + &line)),
            }
        }
        Ok(None)
    }
}
