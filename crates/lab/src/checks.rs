//! Checks of the log: how many at once, how long, how often, in which order.

use std::collections::BTreeSet;
use std::time::Duration;

use crate::complaint::complain;
use crate::log::{Log, Watched};
use crate::ms;
use crate::told;

/// Never more than `limit` inside at the same time.
#[track_caller]
pub fn check_peak(watched: &dyn Watched, limit: usize) {
    let log = watched.log();
    let (peak, all) = (log.peak(), log.visits().len());
    if peak <= limit {
        return;
    }
    let cause = if peak == all {
        "Nobody was made to wait. Either nothing limits them, or what lets \
         one in is given back before the work begins: it counts only as long \
         as somebody owns it."
    } else {
        watched.when_crowded(peak - limit)
    };
    complain(
        log,
        format!("never more than {limit} at the same time"),
        format!("{peak} at the same time"),
        cause,
    );
}

/// At some moment `limit` were inside: the room that there is gets used.
#[track_caller]
pub fn check_full(watched: &dyn Watched, limit: usize) {
    let log = watched.log();
    let peak = log.peak();
    if peak >= limit {
        return;
    }
    complain(
        log,
        format!(
            "as many as {limit} at the same time when there is enough to do"
        ),
        format!("never more than {peak} at the same time"),
        if peak <= 1 {
            ONE_BY_ONE
        } else {
            "Somebody had to wait without need: something lets in fewer than \
             it could, or one part is begun only when another is over."
        },
    );
}

/// The log's time is exactly `expected` milliseconds, and nobody is left.
#[track_caller]
pub fn check_took(watched: &dyn Watched, expected: u64) {
    let log = watched.log();
    let (took, wanted) = (log.now(), ms(expected));
    if took == wanted && log.inside() == 0 {
        return;
    }
    let left = match log.inside() {
        0 => String::new(),
        1 => ", and 1 had not finished".to_owned(),
        n => format!(", and {n} had not finished"),
    };
    complain(
        log,
        format!("it takes exactly {expected} ms of virtual time"),
        format!("it took {} ms{left}", took.as_millis()),
        watched
            .when_late()
            .filter(|_| took > wanted && log.inside() == 0)
            .unwrap_or_else(|| why_the_time(log, wanted)),
    );
}

fn why_the_time(log: &Log, wanted: Duration) -> &'static str {
    let visits = log.visits();
    if visits.is_empty() {
        return "Nothing ran before the function returned. What is only created \
                or spawned, and not awaited, has not done anything yet.";
    }
    if log.inside() > 0 {
        return "Something was started and not waited for: it was still \
                running when the function returned.";
    }
    if visits.iter().any(|visit| visit.dropped) {
        return "Something was dropped before its end: dropping a future \
                cancels it.";
    }
    if log.now() < wanted {
        return "It was over too soon: something did not run to its end, or \
                did not wait when it should, or more run side by side than \
                may.";
    }
    let busy_until = visits.iter().filter_map(|visit| visit.end).max();
    if busy_until.is_some_and(|end| end < log.now()) {
        return "The work was done earlier; after that something waited \
                although nothing was left to wait for.";
    }
    one_by_one(log)
}

const ONE_BY_ONE: &str = "They ran one after another: each was waited for to the end before the \
     next one was begun, or all of them need what one holds. Creating a future \
     does not begin it.";

fn one_by_one(log: &Log) -> &'static str {
    let mut visits = log.visits();
    visits.sort_by_key(|visit| visit.start);
    let apart = visits
        .windows(2)
        .all(|pair| pair[0].end.is_some_and(|end| end <= pair[1].start));
    let lanes: BTreeSet<&str> =
        visits.iter().map(|visit| visit.lane.as_str()).collect();
    if apart && visits.len() > 1 {
        match lanes.len() {
            all if all == visits.len() => ONE_BY_ONE,
            1 => {
                "One of them did all the work, or all bear one name and ran \
                 one after another."
            }
            _ => {
                "They took turns: while one works, the others are kept \
                 waiting. What does it hold that they need?"
            }
        }
    } else {
        "Somebody waited longer than was needed: for a place that was free, \
         for others that were slower, or for the next look at something that \
         was there."
    }
}

/// Each of these ran to its end exactly once, and nothing else did.
#[track_caller]
pub fn check_each_once(watched: &dyn Watched, lanes: &[&str]) {
    let log = watched.log();
    for lane in lanes {
        let count = log.count(lane);
        let visits = log.visits();
        let whole = visits
            .iter()
            .filter(|visit| {
                visit.lane == *lane && visit.end.is_some() && !visit.dropped
            })
            .count();
        if (count, whole) == (1, 1) {
            continue;
        }
        let (happened, cause) = match (count, whole) {
            (0, _) => (
                format!("`{lane}` never ran"),
                "Calling an async function only makes a future. Until \
                 somebody awaits it, nothing in its body happens; and when \
                 it is dropped, nothing ever will.",
            ),
            (1, _) => (
                format!("`{lane}` was begun and did not finish"),
                if visits.iter().any(|visit| visit.dropped) {
                    "It was stopped before its end: a future that is \
                     dropped, or a task that is aborted, goes no further."
                } else {
                    "It was started and not waited for to its end."
                },
            ),
            (count, _) => (
                format!("`{lane}` ran {count} times"),
                "Each call makes a new future, and each future that is \
                 awaited does the work again.",
            ),
        };
        complain(
            log,
            format!("each of these once: {}", lanes.join(", ")),
            happened,
            cause,
        );
    }
    if let Some(visit) = log
        .visits()
        .iter()
        .find(|v| !lanes.contains(&v.lane.as_str()))
    {
        complain(
            log,
            format!("only these: {}", lanes.join(", ")),
            format!("`{}` ran too", visit.lane),
            "A future was awaited that should not have been begun: its \
             result is not needed.",
        );
    }
}

/// These happened one after the other, in this order, without overlapping.
/// Lanes that share an inner list may come in any order among themselves.
#[track_caller]
pub fn check_sequence(watched: &dyn Watched, steps: &[&[&str]]) {
    let log = watched.log();
    let visits = log.visits();
    let expected = || {
        let steps: Vec<String> =
            steps.iter().map(|lanes| lanes.join(" and ")).collect();
        format!("in this order: {}", steps.join(", then "))
    };
    let mut before = Duration::ZERO;
    let mut previous = "";
    for lane in steps.iter().flat_map(|lanes| lanes.iter()) {
        if !visits.iter().any(|visit| visit.lane == **lane) {
            complain(
                log,
                expected(),
                format!("`{lane}` never ran"),
                "A future that nobody awaits does nothing, whatever is done \
                 with it otherwise.",
            );
        }
    }
    for lanes in steps {
        let mut latest = before;
        for visit in visits.iter().filter(|v| lanes.contains(&v.lane.as_str()))
        {
            if visit.start < before {
                complain(
                    log,
                    expected(),
                    format!(
                        "`{}` began at {} ms, before `{previous}` was \
                         finished",
                        visit.lane,
                        visit.start.as_millis()
                    ),
                    "The order of the lines does not decide when work \
                     happens; what is awaited, and where, does.",
                );
            }
            latest = latest.max(visit.end.unwrap_or(Duration::MAX));
        }
        (before, previous) = (latest, lanes.last().unwrap_or(&""));
    }
}

/// So many were finished when the function returned. Lets time go on a while,
/// to tell what was started and not waited for from what never began.
pub async fn check_done(watched: &dyn Watched, expected: usize) {
    let log = watched.log();
    let finished = || {
        let visits = log.visits();
        visits
            .iter()
            .filter(|v| v.end.is_some() && !v.dropped)
            .count()
    };
    let done = finished();
    if done >= expected {
        return;
    }
    told::own(|| tokio::time::sleep(ms(60_000))).await;
    complain(
        log,
        format!("{expected} are finished when the function returns"),
        format!("{done} were finished"),
        if finished() > done {
            "Something was started and not waited for: it finished after the \
             function had returned, when nobody counted on it any more."
        } else {
            "The rest never began, and never will: nobody awaits it, or \
             whoever should do it has left too early."
        },
    );
}
