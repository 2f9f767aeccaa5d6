//! wrong: a_line_comes_as_soon_as_it_is_whole
//! says: it took 1000 ms
//!
//! The first call reads all lines until the stream ends, and keeps them for
//! later. The first line was whole at 100 ms.

use std::collections::VecDeque;
use std::io;

use tokio::io::{AsyncBufReadExt, BufReader, DuplexStream, Lines};

pub struct LinesReader {
    lines: Lines<BufReader<DuplexStream>>,
    whole: String,
    ready: VecDeque<String>,
}

impl LinesReader {
    pub fn new(stream: DuplexStream) -> Self {
        Self {
            lines: BufReader::new(stream).lines(),
            whole: String::new(),
            ready: VecDeque::new(),
        }
    }

    pub async fn next(&mut self) -> io::Result<Option<String>> {
        while let Some(line) = self.lines.next_line().await? {
            match line.strip_suffix('\\') {
                Some(part) => self.whole.push_str(part),
                None => {
                    let whole = std::mem::take(&mut self.whole) + &line;
                    self.ready.push_back(whole);
                }
            }
        }
        if !self.whole.is_empty() {
            let rest = std::mem::take(&mut self.whole);
            self.ready.push_back(rest);
        }
        Ok(self.ready.pop_front())
    }
}
