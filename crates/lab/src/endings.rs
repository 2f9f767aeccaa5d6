//! Checks of what was cut short.

use crate::complaint::complain;
use crate::log::Watched;
use crate::ms;
use crate::told;

/// `lane` was begun once and then cancelled, at exactly `at` milliseconds.
/// Lets time go on a while, to tell what runs on from what was dropped.
pub async fn check_cancelled(watched: &dyn Watched, lane: &str, at: u64) {
    told::own(|| tokio::time::sleep(ms(60_000))).await;
    let log = watched.log();
    let visits = log.visits();
    let ours: Vec<_> = visits.iter().filter(|v| v.lane == lane).collect();
    let expected = format!("`{lane}` is cancelled at {at} ms");
    let (happened, cause) = match ours.as_slice() {
        [] => (
            format!("`{lane}` never ran"),
            "It was dropped before its first poll, or nobody polled it: what \
             is to be cut short has to be begun.",
        ),
        [visit] => match (visit.end, visit.dropped) {
            (Some(end), true) if end == ms(at) => return,
            (Some(end), true) => (
                format!("it was cancelled at {} ms", end.as_millis()),
                if end < ms(at) {
                    "It was given up too early, when it could still have come \
                     in time: which line drops its future?"
                } else {
                    "It was cancelled, but too late: what was waited for after \
                     the decision?"
                },
            ),
            (Some(end), false) => (
                format!("it ran to its end, at {} ms", end.as_millis()),
                "Nobody waited for it any more, and still it ran on. A task \
                 runs on when its handle is dropped; a future that is no task \
                 ends when it is dropped. Or somebody did wait for it.",
            ),
            (None, _) => (
                "it still runs".to_owned(),
                "A task runs on when its handle is dropped.",
            ),
        },
        more => (
            format!("`{lane}` ran {} times", more.len()),
            "Each call makes a new future that does the work again.",
        ),
    };
    complain(log, expected, happened, cause)
}

/// Lets everybody who is ready have a turn, without letting time pass: a task
/// that was aborted is dropped when the runtime comes to it.
pub async fn settle() {
    for _ in 0..10 {
        tokio::task::yield_now().await;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::log::Log;
    use tokio::time::timeout;

    #[tokio::test(start_paused = true)]
    async fn what_was_cut_in_time_is_fine() {
        let log = Log::new();
        let _ = timeout(ms(100), log.visit("a", ms(300))).await;
        check_cancelled(&log, "a", 100).await;
    }

    #[tokio::test(start_paused = true)]
    #[should_panic(expected = "it ran to its end, at 300 ms")]
    async fn what_runs_on_is_told() {
        let log = Log::new();
        let task = tokio::spawn(log.visit("a", ms(300)));
        let _ = timeout(ms(100), task).await;
        check_cancelled(&log, "a", 100).await;
    }

    #[tokio::test(start_paused = true)]
    #[should_panic(expected = "It was given up too early")]
    async fn what_was_cut_too_early_is_told() {
        let log = Log::new();
        let _ = timeout(ms(100), log.visit("a", ms(300))).await;
        check_cancelled(&log, "a", 200).await;
    }

    #[tokio::test(start_paused = true)]
    #[should_panic(expected = "`a` never ran")]
    async fn what_never_began_is_told() {
        check_cancelled(&Log::new(), "a", 100).await;
    }

    #[tokio::test(start_paused = true)]
    async fn what_was_aborted_is_gone_when_all_had_a_turn() {
        let log = Log::new();
        let task = tokio::spawn(log.visit("a", ms(300)));
        settle().await;
        task.abort();
        assert_eq!(log.inside(), 1);
        settle().await;
        assert_eq!((log.inside(), log.now()), (0, ms(0)));
    }
}
