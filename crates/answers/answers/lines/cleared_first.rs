//! wrong: a_line_in_two_parts_comes_whole
//! says: dropped with the call
//!
//! The first call is dropped at 60 ms, and the next one begins with nothing.
//! Perhaps the text stands in the struct already, and each call empties it
//! first: then it lives no longer than a variable of the call. When is the text
//! of a line no longer needed?

use std::io;

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
        self.whole.clear();
        while let Some(line) = self.lines.next_line().await? {
            match line.strip_suffix('\\') {
                Some(part) => self.whole.push_str(part),
                None => return Ok(Some(self.whole.clone() + &line)),
            }
        }
        Ok((!self.whole.is_empty()).then(|| self.whole.clone()))
    }
}
