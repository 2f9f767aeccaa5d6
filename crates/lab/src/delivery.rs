//! Checks of what arrives when the one who brings it may be dropped.

use crate::complaint::complain;
use crate::log::Watched;

/// Exactly these lines, although calls were dropped on the way.
#[track_caller]
pub fn check_lines(watched: &dyn Watched, got: &[String], expected: &[&str]) {
    if got == expected {
        return;
    }
    // The first pair that differs tells most.
    let differ = got.iter().zip(expected).find(|(got, want)| got != *want);
    let cause = match differ {
        Some((got, want)) if got.ends_with(*want) => {
            "Text of an earlier line stands before this one: what was kept \
             for that line was not taken away when the line was given."
        }
        Some((got, want)) if want.ends_with(got.as_str()) => {
            "The beginning of this line was read by a call that was dropped, \
             and it was dropped with the call. What must outlive a call \
             cannot be one of its variables."
        }
        Some((got, want)) if want.starts_with(got.as_str()) => {
            "The end of this line is missing: it was given before it was \
             whole, or somebody else has read the rest."
        }
        None if got.len() < expected.len() => {
            "The last of them never came. It had been read: who has it? At \
             the end of the stream, what was read so far is the last line."
        }
        None => {
            "More lines than were sent: what was kept for a line was not \
             taken away when that line was given, and came once more."
        }
        Some(_) => {
            "These are not the lines that were sent. Which call reads what, \
             and who has it after that call was dropped?"
        }
    };
    complain(
        watched.log(),
        format!("the lines {expected:?}"),
        format!("the lines {got:?}"),
        cause,
    );
}

/// Exactly these messages arrived, in this order, although who sends them was
/// dropped now and then.
#[track_caller]
pub fn check_messages(
    watched: &dyn Watched,
    got: &[String],
    expected: &[&str],
) {
    if got == expected {
        return;
    }
    let missing = expected.iter().any(|want| !got.iter().any(|m| m == want));
    let twice = got
        .iter()
        .any(|m| got.iter().filter(|n| *n == m).count() > 1);
    let cause = if twice {
        "A message arrived more than once: it was sent, and still counted as \
         waiting. Between the sending and the crossing out, can the future be \
         dropped?"
    } else if missing {
        "A message did not arrive. Either it still waits to be sent, or it had \
         left the queue and was in the hands of a future that was dropped. \
         Until when must a message stay where no drop can reach it?"
    } else {
        "All of them arrived, in another order than they were put in. Who may \
         overtake whom?"
    };
    complain(
        watched.log(),
        format!("these arrive: {expected:?}"),
        format!("these arrived: {got:?}"),
        cause,
    );
}

/// These messages still wait to be sent, in this order.
#[track_caller]
pub fn check_waiting(watched: &dyn Watched, got: &[String], expected: &[&str]) {
    if got == expected {
        return;
    }
    let cause = if got.len() > expected.len() {
        "More wait than should: less was sent than could be, or what was sent \
         is still counted as waiting."
    } else if got.len() == expected.len() {
        "As many wait as should, but not these, or not in this order: which \
         end of the queue is the next message taken from?"
    } else {
        "A message was taken out of the queue before it was certain that it \
         could be sent. Whoever fails, or is dropped, after that has nothing \
         to put back."
    };
    complain(
        watched.log(),
        format!("these still wait: {expected:?}"),
        format!("these still wait: {got:?}"),
        cause,
    );
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Log;

    fn said(check: impl FnOnce(&Log) + std::panic::UnwindSafe) -> String {
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_time()
            .start_paused(true)
            .build()
            .unwrap();
        let end = std::panic::catch_unwind(move || {
            runtime.block_on(async { check(&Log::new()) });
        });
        *end.expect_err("the check complains").downcast().unwrap()
    }

    fn owned(items: &[&str]) -> Vec<String> {
        items.iter().map(|item| (*item).to_owned()).collect()
    }

    #[test]
    fn each_way_to_lose_a_line_is_told_by_itself() {
        let cases = [
            (owned(&["line"]), "dropped with the call"),
            (owned(&["old one line"]), "not taken away"),
            (owned(&["one"]), "before it was whole"),
            (owned(&[]), "the last line"),
            (owned(&["one line", "two"]), "More lines"),
            (owned(&["else"]), "not the lines"),
        ];
        for (got, cause) in cases {
            let text = said(|log| check_lines(log, &got, &["one line"]));
            assert!(text.contains(cause), "{got:?}: {text}");
        }
    }

    #[test]
    fn lost_doubled_and_disordered_messages_are_told_apart() {
        let cases = [
            (owned(&["b"]), "did not arrive"),
            (owned(&["a", "a", "b"]), "more than once"),
            (owned(&["b", "a"]), "another order"),
        ];
        for (got, cause) in cases {
            let text = said(|log| check_messages(log, &got, &["a", "b"]));
            assert!(text.contains(cause), "{got:?}: {text}");
        }
    }

    #[test]
    fn what_waits_is_neither_fewer_nor_more() {
        let cases = [
            (owned(&[]), "before it was certain"),
            (owned(&["a", "b"]), "still counted as waiting"),
            (owned(&["a"]), "not in this order"),
        ];
        for (got, cause) in cases {
            let text = said(|log| check_waiting(log, &got, &["b"]));
            assert!(text.contains(cause), "{got:?}: {text}");
        }
    }

    #[tokio::test(start_paused = true)]
    async fn what_is_right_passes() {
        let log = Log::new();
        check_lines(&log, &owned(&["a"]), &["a"]);
        check_messages(&log, &owned(&["a"]), &["a"]);
        check_waiting(&log, &owned(&["a"]), &["a"]);
    }
}
