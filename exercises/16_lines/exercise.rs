//! Lines that go on: a function of cancel safe calls that is not cancel safe.

use std::io;

use tokio::io::{AsyncBufReadExt, BufReader, DuplexStream, Lines};

// TODO: text is lost when `next` is dropped. Find out where, and repair it.
pub struct LinesReader {
    lines: Lines<BufReader<DuplexStream>>,
}

impl LinesReader {
    pub fn new(stream: DuplexStream) -> Self {
        let lines = BufReader::new(stream).lines();
        Self { lines }
    }

    /// The next line. One that ends with a backslash goes on in the next one;
    /// at the end of the stream, what was read so far is the last line.
    pub async fn next(&mut self) -> io::Result<Option<String>> {
        let mut whole = String::new();
        while let Some(line) = self.lines.next_line().await? {
            let Some(part) = line.strip_suffix('\\') else {
                return Ok(Some(whole + &line));
            };
            whole.push_str(part);
        }
        Ok((!whole.is_empty()).then_some(whole))
    }
}
