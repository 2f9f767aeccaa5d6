//! Splits what a program prints into lines, within bounds.

use tokio::io::{AsyncRead, AsyncReadExt};
use tokio::sync::mpsc;

use super::Stream;

/// A program's line that is longer is broken: it may print without ever ending
/// its line.
pub const LONGEST: usize = 4096;

/// A message of Cargo is one line of JSON.
pub const LONGEST_MESSAGE: usize = 1 << 20;

pub struct Line {
    pub stream: Stream,
    pub text: String,
}

/// Sends each line of `pipe`; returns at its end or when nobody listens.
///
/// The channel is bounded, so that a program that prints faster than it is
/// read waits in its `write`, as it would in front of a terminal.
pub async fn forward(
    pipe: impl AsyncRead + Unpin,
    stream: Stream,
    longest: usize,
    sink: mpsc::Sender<Line>,
) {
    let mut pipe = pipe;
    let mut splitter = Splitter::new(longest);
    let mut chunk = [0; 8192];
    loop {
        let n = match pipe.read(&mut chunk).await {
            Ok(0) | Err(_) => break,
            Ok(n) => n,
        };
        for text in splitter.push(&chunk[..n]) {
            if sink.send(Line { stream, text }).await.is_err() {
                return;
            }
        }
    }
    if let Some(text) = splitter.rest() {
        let _ = sink.send(Line { stream, text }).await;
    }
}

struct Splitter {
    longest: usize,
    pending: Vec<u8>,
}

impl Splitter {
    fn new(longest: usize) -> Self {
        Splitter {
            longest,
            pending: Vec::new(),
        }
    }

    fn push(&mut self, bytes: &[u8]) -> Vec<String> {
        let mut lines = Vec::new();
        for &byte in bytes {
            if byte == b'\n' {
                lines.push(self.take());
                continue;
            }
            // Only break between characters.
            if self.pending.len() >= self.longest && byte & 0xC0 != 0x80 {
                lines.push(self.take());
            }
            self.pending.push(byte);
        }
        lines
    }

    fn rest(&mut self) -> Option<String> {
        (!self.pending.is_empty()).then(|| self.take())
    }

    fn take(&mut self) -> String {
        if self.pending.last() == Some(&b'\r') {
            self.pending.pop();
        }
        let text = String::from_utf8_lossy(&self.pending).into_owned();
        self.pending.clear();
        text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn splits_at_line_ends_and_keeps_the_rest() {
        let mut splitter = Splitter::new(LONGEST);
        assert_eq!(splitter.push(b"one\r\ntw"), ["one"]);
        assert_eq!(splitter.push(b"o\n\nthree"), ["two", ""]);
        assert_eq!(splitter.rest().as_deref(), Some("three"));
        assert_eq!(splitter.rest(), None);
    }

    #[test]
    fn breaks_a_line_that_never_ends_between_characters() {
        let mut splitter = Splitter::new(LONGEST);
        let text = "é".repeat(LONGEST);
        let lines = splitter.push(text.as_bytes());
        assert_eq!(lines.len(), 1, "two bytes a character");
        let rest = splitter.rest().unwrap();
        assert_eq!(lines.concat() + &rest, text);
    }

    #[test]
    fn bytes_that_are_no_text_are_shown_as_such() {
        let mut splitter = Splitter::new(LONGEST);
        assert_eq!(splitter.push(b"\xFF!\n"), ["\u{FFFD}!"]);
    }
}
