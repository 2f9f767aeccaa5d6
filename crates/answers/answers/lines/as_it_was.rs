//! wrong: a_line_in_two_parts_comes_whole
//! says: dropped with the call
//! says: the lines ["line"]
//!
//! The first call is dropped at 60 ms, between the two parts, and the line
//! comes without its beginning. If `next_line` reads for you, it lost nothing:
//! it had given its part away already. Who had that part when the call was
//! dropped?

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
        while let Some(line) = self.lines.next_line().await? {
            match line.strip_suffix('\\') {
                Some(part) => whole.push_str(part),
                None => return Ok(Some(whole + &line)),
            }
        }
        Ok((!whole.is_empty()).then_some(whole))
    }
}
