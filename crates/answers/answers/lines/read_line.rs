//! wrong: a_line_in_two_parts_comes_whole
//! says: dropped with the call
//!
//! The first call is dropped at 60 ms, and the beginning of the line is lost.
//! Perhaps the text stands in the struct and a call such as `read_line` fills
//! it: that one takes the text over while it reads, and is not cancel safe.
//! Does what you call keep what it has read when it is dropped?

use std::io;
use std::mem;

use tokio::io::{AsyncBufReadExt, BufReader, DuplexStream};

pub struct LinesReader {
    reader: BufReader<DuplexStream>,
    whole: String,
}

impl LinesReader {
    pub fn new(stream: DuplexStream) -> Self {
        let reader = BufReader::new(stream);
        let whole = String::new();
        Self { reader, whole }
    }

    pub async fn next(&mut self) -> io::Result<Option<String>> {
        while self.reader.read_line(&mut self.whole).await? > 0 {
            if let Some(kept) = self.whole.strip_suffix("\\\n") {
                self.whole.truncate(kept.len());
            } else {
                let whole = mem::take(&mut self.whole);
                return Ok(Some(whole.trim_end_matches('\n').to_owned()));
            }
        }
        let rest = mem::take(&mut self.whole);
        Ok((!rest.is_empty()).then_some(rest))
    }
}
