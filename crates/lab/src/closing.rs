//! Checks of an end in good order: who was answered, who was aborted, who is
//! still there.

use std::time::Duration;

use crate::complaint::complain;
use crate::log::{Log, Watched};
use crate::ms;

/// `count` requests were taken, and each was answered to its end.
#[track_caller]
pub fn check_answered(watched: &dyn Watched, count: usize) {
    let log = watched.log();
    let clients: Vec<_> = log
        .visits()
        .into_iter()
        .filter(|visit| visit.lane.starts_with("client"))
        .collect();
    let expected = format!("{count} requests are taken, and each is answered");
    if let Some(visit) = clients.iter().find(|visit| visit.dropped) {
        complain(
            log,
            expected,
            format!("a request of `{}` was dropped without answer", visit.lane),
            "The work that answers it was dropped before its end: by a \
             `select!` around it, or by an abort, or because nobody waited \
             for it. Only waiting may be dropped.",
        );
    }
    if let Some(visit) = clients.iter().find(|visit| visit.end.is_none()) {
        complain(
            log,
            expected,
            format!("`{}` had no answer yet when all was over", visit.lane),
            "The function returned while somebody was still at work. Who \
             waits for those that have come in?",
        );
    }
    if clients.len() > count {
        complain(
            log,
            expected,
            format!("{} were taken", clients.len()),
            "A request was taken after the stop: what waits for a client, or \
             for a request, must wait for the stop at the same time, not look \
             at it in between.",
        );
    }
    if clients.len() < count {
        complain(
            log,
            expected,
            format!("{} were taken", clients.len()),
            "Somebody stood at the door, or asked, and was not heard: whoever \
             waits for one client does not hear another in the meantime.",
        );
    }
}

/// The listener was dropped at this millisecond.
#[track_caller]
pub fn check_door(watched: &dyn Watched, at: u64) {
    let log = watched.log();
    let visits = log.visits();
    let end = visits.iter().find(|visit| visit.lane == "door");
    let end = end.and_then(|door| door.end);
    if end == Some(ms(at)) {
        return;
    }
    complain(
        log,
        format!("the door is closed at {at} ms"),
        match end {
            Some(end) => format!("it was closed at {} ms", end.as_millis()),
            None => "it is still open".to_owned(),
        },
        if end.is_none_or(|end| end > ms(at)) {
            "As long as the listener exists, clients get in line, and nobody \
             will come for them. How long does the variable live that holds \
             it?"
        } else {
            "The listener was dropped while it was still needed."
        },
    );
}

/// These were aborted, said by the one who did it.
#[track_caller]
pub fn check_aborted(
    watched: &dyn Watched,
    said: &[String],
    expected: &[&str],
) {
    if said == expected {
        return;
    }
    let log = watched.log();
    let finished = |name: &str| {
        let visits = log.visits();
        let mut of_name = visits.iter().filter(|visit| visit.lane == name);
        of_name.any(|visit| visit.end.is_some() && !visit.dropped)
    };
    let missing = expected
        .iter()
        .find(|name| !said.iter().any(|s| s == **name));
    let cause = if let Some(name) = missing {
        if finished(name) {
            "This one was let finish, long after the grace period: there is \
             one deadline for all of them together."
        } else {
            "This one had not finished in time, and nobody names it."
        }
    } else if said.iter().any(|name| finished(name)) {
        "Somebody is named who had finished: in time, or by an end of its \
         own. Only who had to be aborted is named."
    } else if said.len() > expected.len() {
        "Somebody is named who was not aborted by you, or was aborted \
         although there was time: when does the grace period begin, for \
         whom does it end, and who looks at how a task ended?"
    } else {
        "These are the right names in the wrong order."
    };
    complain(
        log,
        format!("aborted: {expected:?}"),
        format!("aborted: {said:?}"),
        cause,
    );
}

/// When the function returns, nobody is inside any more.
#[track_caller]
pub fn check_gone(watched: &dyn Watched) {
    let log: &Log = watched.log();
    let left: Vec<String> = log
        .visits()
        .into_iter()
        .filter(|visit| visit.end.is_none())
        .map(|visit| visit.lane)
        .collect();
    if left.is_empty() {
        return;
    }
    complain(
        log,
        "when the function returns, nobody runs any more".to_owned(),
        format!("still there: {}", left.join(", ")),
        if log.now() == Duration::ZERO {
            "The function returned before anybody had a turn."
        } else {
            "Who is asked to go is not gone yet. `abort` only asks: the task \
             is dropped when the runtime comes to it. Who waits for that?"
        },
    );
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::services::listener::{Listener, Server};

    /// The words of a check that complains.
    fn said(check: impl FnOnce()) -> String {
        let check = std::panic::AssertUnwindSafe(check);
        let end = std::panic::catch_unwind(check);
        *end.expect_err("the check complains").downcast().unwrap()
    }

    #[tokio::test(start_paused = true)]
    async fn clients_and_the_door_are_told_apart() {
        let mut listener = Listener::with_clients(&[&[(0, 50)], &[(10, 50)]]);
        let server = Server(listener.book());
        let mut first = listener.accept().await;
        first.request().await.unwrap().answer().await;
        assert!(first.request().await.is_none(), "it has gone");
        check_answered(&server, 1);
        let text = said(|| check_answered(&server, 2));
        assert!(text.contains("stood at the door"), "{text}");
        let text = said(|| check_answered(&server, 0));
        assert!(text.contains("after the stop"), "{text}");
        let text = said(|| check_door(&server, 50));
        assert!(text.contains("still open"), "{text}");

        let second = listener.accept().await.request().await;
        let text = said(|| check_answered(&server, 2));
        assert!(text.contains("no answer yet"), "{text}");
        drop(second);
        let text = said(|| check_answered(&server, 2));
        assert!(text.contains("without answer"), "{text}");

        drop(listener);
        check_door(&server, 50);
        let text = said(|| check_door(&server, 60));
        assert!(text.contains("still needed"), "{text}");
    }

    #[tokio::test(start_paused = true)]
    async fn who_is_named_and_who_is_left_is_looked_at() {
        let log = Log::new();
        let stay = log.enter("b");
        let text = said(|| check_gone(&log));
        assert!(text.contains("before anybody had a turn"), "{text}");
        log.visit("a", ms(10)).await;
        let text = said(|| check_gone(&log));
        assert!(text.contains("still there: b"), "{text}");
        drop(stay);
        check_gone(&log);

        let names = |names: &[&str]| -> Vec<String> {
            names.iter().map(|name| (*name).to_owned()).collect()
        };
        check_aborted(&log, &names(&["b"]), &["b"]);
        let cases = [
            (names(&[]), ["b"].as_slice(), "nobody names it"),
            (names(&[]), ["a"].as_slice(), "let finish, long after"),
            (names(&["a", "b"]), ["b"].as_slice(), "who had finished"),
            (names(&["b"]), [].as_slice(), "not aborted by you"),
            (names(&["c", "b"]), ["b", "c"].as_slice(), "wrong order"),
        ];
        for (got, expected, cause) in cases {
            let text = said(|| check_aborted(&log, &got, expected));
            assert!(text.contains(cause), "{got:?}: {text}");
        }
    }
}
