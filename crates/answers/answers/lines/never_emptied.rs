//! wrong: a_line_in_two_parts_comes_whole
//! says: More lines than were sent
//! says: not taken away
//!
//! The line comes whole: what a dropped call had read was kept. Then `one `
//! comes once more, as a line of its own at the end of the stream. It was
//! copied out and is still where it was: when does it have to go?

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
        while let Some(line) = self.lines.next_line().await? {
            match line.strip_suffix('\\') {
                Some(part) => self.whole.push_str(part),
                None => return Ok(Some(self.whole.clone() + &line)),
            }
        }
        let rest = std::mem::take(&mut self.whole);
        Ok((!rest.is_empty()).then_some(rest))
    }
}
