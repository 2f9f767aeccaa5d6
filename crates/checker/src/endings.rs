//! How a program ended, in words.

/// Why a signal ended a program, in one sentence. `what` begins it (`the
/// check`), `stderr` is what it said last, `memory` the limit in bytes.
pub fn of_signal(
    what: &str,
    signal: i32,
    stderr: &str,
    memory: Option<u64>,
) -> String {
    if ran_out_of_memory(stderr) {
        let limit = memory.map_or_else(
            || "the memory that there is".to_owned(),
            |bytes| format!("{} of memory", size(bytes)),
        );
        return format!(
            "{what} asked for more than {limit} and was ended. Does something \
             grow in a loop that has no end?"
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
pub fn ran_out_of_memory(stderr: &str) -> bool {
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_cause_has_its_words() {
        let said = |signal, stderr| {
            of_signal("the check", signal, stderr, Some(4 << 30))
        };
        let memory = "memory allocation of 8589934592 bytes failed\n";
        assert!(said(6, memory).contains("more than 4 GiB of memory"));
        let stack = "thread 'a' (7) has overflowed its stack\n";
        assert!(said(6, stack).contains("used up its stack"));
        assert!(said(6, "").contains("SIGABRT"));
        assert!(said(11, "").contains("SIGSEGV"));
        assert!(said(64, "").contains("the signal 64"));
    }

    #[test]
    fn sizes_are_short() {
        let sizes = [4 << 30, 512 << 20, 64 << 10, 100].map(size);
        assert_eq!(sizes, ["4 GiB", "512 MiB", "64 KiB", "100 bytes"]);
    }
}
