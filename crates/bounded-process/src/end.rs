//! How a program ended, in words.

use std::fmt::Write as _;
use std::time::Duration;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum End {
    Exit(i32),
    /// By a signal of this number, and not for one of our limits.
    Signal(i32),
    /// It crossed a limit.
    Limit(Limit),
    /// Stopped by us: who reads its output has read enough.
    Enough,
    /// Stopped by us: nobody wants to know any more.
    Cancelled,
}

/// A limit that was crossed, with its number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Limit {
    Time(Duration),
    /// Bytes that it printed.
    Output(usize),
    Lines(usize),
    /// Bytes that all its processes use.
    Memory(u64),
    /// Bytes that one process asked for.
    AddressSpace(u64),
    File(u64),
    Disk(u64),
    Processes(usize),
    Threads(usize),
    /// Of the processor.
    Processor(Duration),
}

impl Limit {
    /// What happened, in one or two sentences. `what` begins the first one:
    /// `The program`, `the check`.
    pub fn words(&self, what: &str) -> String {
        match self {
            Self::Time(time) => format!(
                "{what} did not end within {} and was stopped.",
                duration(*time)
            ),
            Self::Output(bytes) => format!(
                "{what} printed more than {} and was stopped.",
                size(*bytes as u64)
            ),
            Self::Lines(lines) => format!(
                "{what} printed more than {} lines and was stopped.",
                number(*lines)
            ),
            Self::Memory(bytes) => format!(
                "{what} took more than {} of memory and was ended. Does \
                 something grow in a loop that has no end?",
                size(*bytes)
            ),
            Self::AddressSpace(bytes) => format!(
                "{what} asked for more than {} of memory and was ended. Does \
                 something grow in a loop that has no end?",
                size(*bytes)
            ),
            Self::File(bytes) => format!(
                "{what} wrote more than {} into one file and was ended.",
                size(*bytes)
            ),
            Self::Disk(bytes) => format!(
                "{what} wrote more than {} to the disk and was ended.",
                size(*bytes)
            ),
            Self::Processes(most) => format!(
                "{what} became more than {} processes and was ended, with all \
                 of them.",
                number(*most)
            ),
            Self::Threads(most) => format!(
                "{what} had more than {} threads and was ended. Does it start \
                 one for each piece of work?",
                number(*most)
            ),
            Self::Processor(time) => format!(
                "{what} used the processor for more than {} and was ended.",
                duration(*time)
            ),
        }
    }
}

impl End {
    /// What the system or we did to it; nothing if it ended by itself.
    /// `stderr` is what it said last.
    pub fn words(&self, what: &str, stderr: &str) -> Option<String> {
        match self {
            Self::Exit(_) => None,
            Self::Signal(signal) => Some(of_signal(what, *signal, stderr)),
            Self::Limit(limit) => Some(limit.words(what)),
            Self::Enough => Some(format!("{what} said enough.")),
            Self::Cancelled => Some(format!("{what} was stopped.")),
        }
    }
}

/// Why a signal ended a program that crossed none of our limits.
fn of_signal(what: &str, signal: i32, stderr: &str) -> String {
    if ran_out_of_memory(stderr) {
        return format!(
            "{what} asked for more than the memory that there is and was \
             ended. Does something grow in a loop that has no end?"
        );
    }
    if stderr.contains("has overflowed its stack") {
        return format!(
            "{what} used up its stack. Does a function call itself without \
             end?"
        );
    }
    let (name, meaning) = match signal {
        4 => ("SIGILL", "an instruction that the processor does not know"),
        6 => ("SIGABRT", "it gave up by itself"),
        7 => ("SIGBUS", "an address that cannot be used"),
        8 => ("SIGFPE", "an impossible calculation"),
        9 => ("SIGKILL", "killed from outside, perhaps for lack of memory"),
        11 => ("SIGSEGV", "an address that is not its own"),
        15 => ("SIGTERM", "asked to end from outside"),
        24 => ("SIGXCPU", "too much time of the processor"),
        _ => return format!("{what} was ended by the signal {signal}."),
    };
    format!("{what} was ended by {name} ({meaning}).")
}

/// What Rust says when the system gives it no more memory, before it aborts.
pub(crate) fn ran_out_of_memory(stderr: &str) -> bool {
    stderr.lines().any(|line| {
        line.starts_with("memory allocation of ") && line.ends_with(" failed")
    })
}

/// `4 GiB`, `512 MiB`, `64 KiB`.
pub fn size(bytes: u64) -> String {
    let units = [("GiB", 30), ("MiB", 20), ("KiB", 10)];
    for (unit, shift) in units {
        if bytes >= 1 << shift {
            return format!("{} {unit}", bytes >> shift);
        }
    }
    format!("{bytes} bytes")
}

/// `2,000`.
fn number(number: usize) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (i, digit) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            text.push(',');
        }
        let _ = write!(text, "{digit}");
    }
    text
}

/// `10 s`, `300 ms`.
fn duration(time: Duration) -> String {
    match time.subsec_millis() {
        0 => format!("{} s", time.as_secs()),
        _ => format!("{} ms", time.as_millis()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_signal_has_its_words() {
        let said = |signal, stderr| {
            End::Signal(signal).words("the check", stderr).unwrap()
        };
        let memory = "memory allocation of 8589934592 bytes failed\n";
        assert!(said(6, memory).contains("than the memory that there is"));
        let stack = "thread 'a' (7) has overflowed its stack\n";
        assert!(said(6, stack).contains("used up its stack"));
        assert!(said(6, "").contains("SIGABRT"));
        assert!(said(11, "").contains("SIGSEGV"));
        assert!(said(64, "").contains("the signal 64"));
        assert_eq!(End::Exit(1).words("the check", memory), None);
    }

    #[test]
    fn each_limit_says_its_number() {
        let said = |limit: Limit| limit.words("The program");
        for (limit, words) in [
            (Limit::Time(Duration::from_secs(10)), "not end within 10 s"),
            (Limit::Time(Duration::from_millis(300)), "within 300 ms"),
            (Limit::Output(256 << 10), "printed more than 256 KiB"),
            (Limit::Lines(2000), "printed more than 2,000 lines"),
            (Limit::Memory(1 << 30), "took more than 1 GiB of memory"),
            (Limit::AddressSpace(4 << 30), "asked for more than 4 GiB"),
            (Limit::File(64 << 20), "more than 64 MiB into one file"),
            (Limit::Disk(256 << 20), "more than 256 MiB to the disk"),
            (Limit::Processes(64), "more than 64 processes"),
            (Limit::Threads(1024), "more than 1,024 threads"),
            (Limit::Processor(Duration::from_secs(90)), "more than 90 s"),
        ] {
            let text = said(limit);
            assert!(text.starts_with("The program "), "{text}");
            assert!(text.contains(words), "{text}");
        }
    }

    #[test]
    fn sizes_and_numbers_are_short() {
        let sizes = [4 << 30, 512 << 20, 64 << 10, 100].map(size);
        assert_eq!(sizes, ["4 GiB", "512 MiB", "64 KiB", "100 bytes"]);
        let numbers = [7, 64, 999, 1024, 1_234_567].map(number);
        assert_eq!(numbers, ["7", "64", "999", "1,024", "1,234,567"]);
    }
}
