//! Lines that go on: a function of cancel safe calls that is not cancel safe.

use std::io;
// begin solution
use std::mem;
// end solution

use tokio::io::{AsyncBufReadExt, BufReader, DuplexStream, Lines};

// begin solution
//~ // TODO: text is lost when `next` is dropped. Find out where, and repair it.
// end solution
pub struct LinesReader {
    lines: Lines<BufReader<DuplexStream>>,
    // begin solution
    /// What has been read of a line that goes on.
    whole: String,
    // end solution
}

impl LinesReader {
    pub fn new(stream: DuplexStream) -> Self {
        let lines = BufReader::new(stream).lines();
        // begin solution
        //~ Self { lines }
        let whole = String::new();
        Self { lines, whole }
        // end solution
    }

    /// The next line. One that ends with a backslash goes on in the next one;
    /// at the end of the stream, what was read so far is the last line.
    pub async fn next(&mut self) -> io::Result<Option<String>> {
        // begin solution
        //~ let mut whole = String::new();
        //~ while let Some(line) = self.lines.next_line().await? {
        //~     let Some(part) = line.strip_suffix('\\') else {
        //~         return Ok(Some(whole + &line));
        //~     };
        //~     whole.push_str(part);
        //~ }
        //~ Ok((!whole.is_empty()).then_some(whole))
        while let Some(line) = self.lines.next_line().await? {
            // No `.await` from here to the next turn: nothing can come between
            // the line that was taken out and the place where it is kept.
            let Some(part) = line.strip_suffix('\\') else {
                return Ok(Some(mem::take(&mut self.whole) + &line));
            };
            self.whole.push_str(part);
        }
        let rest = mem::take(&mut self.whole);
        Ok((!rest.is_empty()).then_some(rest))
        // end solution
    }
}
