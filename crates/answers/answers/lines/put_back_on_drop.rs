//! right
//!
//! A guard puts the text back when it is dropped.

use std::io;
use std::mem;

use tokio::io::{AsyncBufReadExt, BufReader, DuplexStream, Lines};

pub struct LinesReader {
    lines: Lines<BufReader<DuplexStream>>,
    kept: String,
}

struct Whole<'a> {
    text: String,
    home: &'a mut String,
}

impl Drop for Whole<'_> {
    fn drop(&mut self) {
        *self.home = mem::take(&mut self.text);
    }
}

impl LinesReader {
    pub fn new(stream: DuplexStream) -> Self {
        let lines = BufReader::new(stream).lines();
        let kept = String::new();
        Self { lines, kept }
    }

    pub async fn next(&mut self) -> io::Result<Option<String>> {
        let text = mem::take(&mut self.kept);
        let home = &mut self.kept;
        let mut whole = Whole { text, home };
        while let Some(line) = self.lines.next_line().await? {
            match line.strip_suffix('\\') {
                Some(part) => whole.text.push_str(part),
                None => return Ok(Some(mem::take(&mut whole.text) + &line)),
            }
        }
        let rest = mem::take(&mut whole.text);
        Ok((!rest.is_empty()).then_some(rest))
    }
}
