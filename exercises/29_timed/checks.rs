//! One report for each end, and each end is one.

use std::cell::RefCell;
use std::panic::{AssertUnwindSafe, resume_unwind};
use std::time::Duration;

use futures::FutureExt;
use futures::future::join;
use lab::{Log, check_results, check_value, finish, ms, survive};
use tokio::time::{sleep, timeout};

use super::exercise::*;

/// What was reported: `30 ms, at 30 ms`.
struct Reports(RefCell<Vec<String>>);

impl Reports {
    fn new() -> Self {
        Self(RefCell::new(Vec::new()))
    }

    fn note<'a>(&'a self, log: &'a Log) -> impl FnOnce(Duration) + 'a {
        move |time: Duration| {
            let at = log.now().as_millis();
            let time = time.as_millis();
            self.0.borrow_mut().push(format!("{time} ms, at {at} ms"));
        }
    }

    fn check(&self, log: &Log, expected: &[&str]) {
        let expected: Vec<_> =
            expected.iter().map(|one| (*one).to_owned()).collect();
        check_results(log, &self.0.borrow(), &expected);
    }
}

/// The panic of the check's own work.
struct Own;

async fn work(log: &Log, name: &str, length: u64) -> String {
    log.visit(name, ms(length)).await;
    format!("{name} is done")
}

/// 70 ms, and what the work has given.
#[lab::check]
async fn what_ends_well_is_reported_once() {
    let (log, reports) = (Log::new(), Reports::new());
    let timed = timed(work(&log, "work", 70), reports.note(&log));
    let result = survive("timed", &log, timed).await;
    reports.check(&log, &["70 ms, at 70 ms"]);
    let cause = "`timed` gives what the work has given.";
    let expected = "work is done".to_owned();
    check_value(&log, "timed", &result, &expected, cause);
}

/// Cut off at 30 ms of 100.
#[lab::check]
async fn what_is_dropped_is_reported_at_once() {
    let (log, reports) = (Log::new(), Reports::new());
    let timed = timed(work(&log, "work", 100), reports.note(&log));
    let cut = timeout(ms(30), timed);
    assert!(survive("timed", &log, cut).await.is_err(), "it ended early");
    reports.check(&log, &["30 ms, at 30 ms"]);
    sleep(ms(1000)).await;
    reports.check(&log, &["30 ms, at 30 ms"]);
}

/// The work panics at 45 ms, and the panic goes on to whoever awaits it.
#[lab::check]
async fn what_panics_is_reported() {
    let (log, reports) = (Log::new(), Reports::new());
    let work = async {
        work(&log, "work", 45).await;
        // Without the words that a panic of the program has.
        resume_unwind(Box::new(Own));
    };
    let timed = timed(work, reports.note(&log));
    let end = AssertUnwindSafe(timed).catch_unwind();
    let end: Result<(), _> = finish("timed", &log, end).await;
    let end = end.map_err(|panic| {
        if !panic.is::<Own>() {
            resume_unwind(panic)
        }
    });
    reports.check(&log, &["45 ms, at 45 ms"]);
    let cause = "The panic is the caller's to see.";
    check_value(&log, "a panic comes out", &end.is_err(), &true, cause);
}

/// Made at 0 ms, and awaited from 500 ms on.
#[lab::check]
async fn time_begins_with_the_first_poll() {
    let (log, reports) = (Log::new(), Reports::new());
    let timed = timed(work(&log, "work", 40), reports.note(&log));
    sleep(ms(500)).await;
    survive("timed", &log, timed).await;
    reports.check(&log, &["40 ms, at 540 ms"]);
}

/// Nobody polls it, so it has neither begun nor ended.
#[lab::check]
async fn what_never_began_is_not_reported() {
    let (log, reports) = (Log::new(), Reports::new());
    drop(timed(work(&log, "work", 40), reports.note(&log)));
    reports.check(&log, &[]);
    // And one that is polled is.
    survive("timed", &log, timed(work(&log, "b", 5), reports.note(&log))).await;
    reports.check(&log, &["5 ms, at 5 ms"]);
}

/// Work that never waits takes 0 ms.
#[lab::check]
async fn work_without_a_wait_is_reported() {
    let (log, reports) = (Log::new(), Reports::new());
    let timed = timed(async { "no wait" }, reports.note(&log));
    survive("timed", &log, timed).await;
    reports.check(&log, &["0 ms, at 0 ms"]);
}

/// One in another: 120 ms inside, 150 ms around it.
#[lab::check]
async fn one_may_stand_in_another() {
    let (log, reports) = (Log::new(), Reports::new());
    let outer = async {
        work(&log, "before", 30).await;
        timed(work(&log, "inner", 120), reports.note(&log)).await
    };
    let outer = timed(outer, reports.note(&log));
    survive("timed", &log, outer).await;
    reports.check(&log, &["120 ms, at 150 ms", "150 ms, at 150 ms"]);
}

/// Two at the same time, and then one that takes nearly an hour.
#[lab::check]
async fn several_do_not_disturb_each_other() {
    let (log, reports) = (Log::new(), Reports::new());
    let a = timed(work(&log, "a", 333), reports.note(&log));
    let b = timed(work(&log, "b", 77), reports.note(&log));
    survive("timed", &log, join(a, b)).await;
    let long = timed(work(&log, "c", 3_500_000), reports.note(&log));
    survive("timed", &log, long).await;
    let expected = [
        "77 ms, at 77 ms",
        "333 ms, at 333 ms",
        "3500000 ms, at 3500333 ms",
    ];
    reports.check(&log, &expected);
}
