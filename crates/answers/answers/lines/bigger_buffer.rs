//! wrong: a_line_in_two_parts_comes_whole
//! says: dropped with the call
//!
//! The first call is dropped at 60 ms, and what it had read goes with it.
//! Perhaps you gave the reader more room: the buffer of the `BufReader`
//! outlives the call anyway, and the text is lost after it has left that
//! buffer. Where is it then?

use std::io;

use tokio::io::{AsyncBufReadExt, BufReader, DuplexStream, Lines};

pub struct LinesReader {
    lines: Lines<BufReader<DuplexStream>>,
}

impl LinesReader {
    pub fn new(stream: DuplexStream) -> Self {
        let lines = BufReader::with_capacity(1 << 20, stream).lines();
        Self { lines }
    }

    pub async fn next(&mut self) -> io::Result<Option<String>> {
        let mut whole = String::with_capacity(1 << 20);
        while let Some(line) = self.lines.next_line().await? {
            match line.strip_suffix('\\') {
                Some(part) => whole.push_str(part),
                None => return Ok(Some(whole + &line)),
            }
        }
        Ok((!whole.is_empty()).then_some(whole))
    }
}
