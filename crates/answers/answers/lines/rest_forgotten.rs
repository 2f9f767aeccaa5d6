//! wrong: the_last_line_may_be_unfinished
//! says: The last of them never came
//! says: At the end of the stream
//!
//! The part was kept when the call was dropped at 60 ms. At 100 ms the stream
//! ends, and `None` is taken for the end of everything, with `the end` still in
//! its place. What is the last line of a stream that ends in the middle?

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
