//! What a program prints, within bounds.

use std::io::Read;
use std::ops::ControlFlow;
use std::sync::mpsc::SyncSender;
use std::thread;

use crate::{Limit, Limits};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stream {
    Stdout,
    Stderr,
}

/// Takes what a program prints.
pub trait Sink {
    /// `Break`: that is enough, the program may be ended.
    fn take(&mut self, from: Stream, bytes: &[u8]) -> ControlFlow<()>;

    /// There is no more.
    fn end(&mut self) {}
}

/// Drops it.
impl Sink for () {
    fn take(&mut self, _: Stream, _: &[u8]) -> ControlFlow<()> {
        ControlFlow::Continue(())
    }
}

/// Keeps it.
#[derive(Debug, Default)]
pub struct Collected {
    stdout: Vec<u8>,
    stderr: Vec<u8>,
}

impl Collected {
    pub fn stdout(&self) -> String {
        text(&self.stdout)
    }

    pub fn stderr(&self) -> String {
        text(&self.stderr)
    }
}

impl Sink for Collected {
    fn take(&mut self, from: Stream, bytes: &[u8]) -> ControlFlow<()> {
        match from {
            Stream::Stdout => self.stdout.extend_from_slice(bytes),
            Stream::Stderr => self.stderr.extend_from_slice(bytes),
        }
        ControlFlow::Continue(())
    }
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).replace("\r\n", "\n")
}

/// Hands it on line by line, without the line ends.
pub struct Lines<F> {
    stdout: Splitter,
    stderr: Splitter,
    line: F,
    broken: bool,
}

impl<F: FnMut(Stream, String) -> ControlFlow<()>> Lines<F> {
    /// A line that has so many bytes is broken: a program may print without
    /// ever ending its line.
    pub fn new(longest_stdout: usize, longest_stderr: usize, line: F) -> Self {
        Self {
            stdout: Splitter::new(longest_stdout),
            stderr: Splitter::new(longest_stderr),
            line,
            broken: false,
        }
    }

    fn hand_on(&mut self, from: Stream, text: String) -> ControlFlow<()> {
        let next = (self.line)(from, text);
        self.broken = next.is_break();
        next
    }
}

impl<F: FnMut(Stream, String) -> ControlFlow<()>> Sink for Lines<F> {
    fn take(&mut self, from: Stream, bytes: &[u8]) -> ControlFlow<()> {
        let splitter = match from {
            Stream::Stdout => &mut self.stdout,
            Stream::Stderr => &mut self.stderr,
        };
        for line in splitter.push(bytes) {
            self.hand_on(from, line)?;
        }
        ControlFlow::Continue(())
    }

    fn end(&mut self) {
        let rest = [
            (Stream::Stdout, self.stdout.rest()),
            (Stream::Stderr, self.stderr.rest()),
        ];
        for (from, line) in rest {
            if let Some(line) = line
                && !self.broken
            {
                let _ = self.hand_on(from, line);
            }
        }
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

/// What a program may still print.
pub(crate) struct Budget<'a> {
    limits: &'a Limits,
    bytes: usize,
    lines: usize,
}

impl<'a> Budget<'a> {
    pub fn new(limits: &'a Limits) -> Self {
        Self {
            limits,
            bytes: limits.output,
            lines: limits.lines,
        }
    }

    /// How many of the bytes are within the limits, and the limit that the
    /// rest crosses.
    pub fn admit(&mut self, bytes: &[u8]) -> (usize, Option<Limit>) {
        for (i, byte) in bytes.iter().enumerate() {
            if self.bytes == 0 {
                return (i, Some(Limit::Output(self.limits.output)));
            }
            if self.lines == 0 {
                return (i, Some(Limit::Lines(self.limits.lines)));
            }
            self.bytes -= 1;
            self.lines -= usize::from(*byte == b'\n');
        }
        (bytes.len(), None)
    }
}

/// Sends on what a pipe has, to its end or until nobody listens. The channel
/// is bounded, so that a program that prints faster than it is read waits in
/// its `write`, as it would in front of a terminal.
pub(crate) fn read_aside(
    mut pipe: impl Read + Send + 'static,
    from: Stream,
    to: SyncSender<(Stream, Vec<u8>)>,
) -> std::io::Result<()> {
    let read = move || {
        let mut buffer = [0; 8192];
        while let Ok(read @ 1..) = pipe.read(&mut buffer) {
            if to.send((from, buffer[..read].to_vec())).is_err() {
                break;
            }
        }
    };
    thread::Builder::new().spawn(read).map(drop)
}

#[cfg(test)]
mod tests {
    use super::*;

    const LONGEST: usize = 4096;

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

    #[test]
    fn a_budget_ends_at_the_byte_that_crosses_it() {
        let limits = Limits {
            output: 8,
            lines: 2,
            ..Limits::default()
        };
        let mut budget = Budget::new(&limits);
        assert_eq!(budget.admit(b"a\nb\n"), (4, None));
        assert_eq!(budget.admit(b"c"), (0, Some(Limit::Lines(2))));
        let mut budget = Budget::new(&limits);
        assert_eq!(budget.admit(b"1234"), (4, None));
        assert_eq!(budget.admit(b"567890"), (4, Some(Limit::Output(8))));
    }

    #[test]
    fn who_has_read_enough_hears_no_more() {
        let mut heard = Vec::new();
        let mut lines = Lines::new(9, 9, |_, line| {
            heard.push(line);
            ControlFlow::Break(())
        });
        assert!(lines.take(Stream::Stdout, b"a\nb\nc").is_break());
        lines.end();
        assert_eq!(heard, ["a"]);
    }
}
