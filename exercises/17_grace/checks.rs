//! One deadline for all, and no one left behind.

use lab::{Log, check_aborted, check_gone, check_took, finish, law, ms};
use tokio::task::JoinHandle;
use tokio::time::sleep;
use tokio_util::sync::CancellationToken;

use super::exercise::*;

/// Works until it is told to stop, and flushes for so long.
async fn work(log: Log, name: String, flush: u64, stop: CancellationToken) {
    let stay = log.enter(name);
    stop.cancelled().await;
    sleep(ms(flush)).await;
    stay.done();
}

/// Workers with these names and flushes, after they had their first turn.
async fn start(
    log: &Log,
    stop: &CancellationToken,
    workers: &[(&str, u64)],
) -> Vec<(String, JoinHandle<()>)> {
    let mut started = Vec::new();
    for (name, flush) in workers {
        let name = (*name).to_owned();
        let work = work(log.clone(), name.clone(), *flush, stop.clone());
        started.push((name, tokio::spawn(work)));
    }
    tokio::task::yield_now().await;
    started
}

/// Starts workers and shuts them down with a grace of `grace` ms.
async fn run(workers: &[(&str, u64)], grace: u64) -> (Log, Vec<String>) {
    let (log, stop) = (Log::new(), CancellationToken::new());
    let workers = start(&log, &stop, workers).await;
    let closing = shut_down(workers, stop, ms(grace));
    let aborted = finish("shut_down", &log, closing).await;
    (log, aborted)
}

/// Three that need 60 000, 10 and 50 ms, and a grace of 200 ms.
#[lab::check]
async fn the_straggler_is_aborted_and_named() {
    let workers = [("index", 60_000), ("mail", 10), ("cache", 50)];
    let (log, aborted) = run(&workers, 200).await;
    check_aborted(&log, &aborted, &["index"]);
    check_gone(&log);
    check_took(&log, 200);
}

/// Everybody is done at 50 ms: the grace is a limit, not a pause.
#[lab::check]
async fn who_is_quick_waits_for_nobody() {
    let (log, aborted) = run(&[("mail", 10), ("cache", 50)], 200).await;
    check_aborted(&log, &aborted, &[]);
    check_took(&log, 50);
}

/// 60, 120 and 180 ms, with a grace of 100 ms for all of them together.
#[lab::check]
async fn there_is_one_deadline_for_all() {
    let workers = [("a", 60), ("b", 120), ("c", 180)];
    let (log, aborted) = run(&workers, 100).await;
    check_aborted(&log, &aborted, &["b", "c"]);
    check_took(&log, 100);
}

/// One in the middle is stuck; the others are not aborted for that.
#[lab::check]
async fn one_straggler_does_not_harm_the_others() {
    let workers = [("a", 150), ("stuck", 60_000), ("b", 90)];
    let (log, aborted) = run(&workers, 200).await;
    check_aborted(&log, &aborted, &["stuck"]);
    check_gone(&log);
    check_took(&log, 200);
}

/// Two are stuck, and both are gone when the function returns.
#[lab::check]
async fn all_stragglers_are_gone_at_the_end() {
    let workers = [("a", 60_000), ("b", 10), ("c", 60_000)];
    let (log, aborted) = run(&workers, 100).await;
    check_gone(&log);
    check_aborted(&log, &aborted, &["a", "c"]);
    check_took(&log, 100);
}

/// A worker that has panicked was not aborted.
#[lab::check]
async fn a_panic_is_no_abort() {
    let (log, stop) = (Log::new(), CancellationToken::new());
    let mut workers = start(&log, &stop, &[("a", 10)]).await;
    let broken = tokio::spawn(async { panic!("on purpose") });
    workers.push(("broken".to_owned(), broken));
    let closing = shut_down(workers, stop, ms(100));
    let aborted = finish("shut_down", &log, closing).await;
    check_aborted(&log, &aborted, &[]);
    check_took(&log, 10);
}

/// The names are in no order, and two workers have the same one.
#[lab::check]
async fn names_are_only_names() {
    let workers = [("z", 60_000), ("a", 60_000), ("m", 10), ("a", 60_000)];
    let (log, aborted) = run(&workers, 100).await;
    check_aborted(&log, &aborted, &["z", "a", "a"]);
    check_gone(&log);
    check_took(&log, 100);
}

/// Any workers, and any grace.
#[lab::check]
async fn any_workers_and_any_grace() {
    law(|case| {
        Box::pin(async move {
            let names = case.items.iter().map(|i| format!("w{}", i.value));
            let names = Vec::from_iter(names);
            let workers = names.iter().map(String::as_str).zip(case.times());
            let workers = Vec::from_iter(workers);
            let (log, aborted) = run(&workers, case.moment).await;
            let late = workers.iter().filter(|(_, time)| *time > case.moment);
            let late = Vec::from_iter(late.map(|(name, _)| *name));
            check_aborted(&log, &aborted, &late);
            check_gone(&log);
            check_took(&log, case.longest().min(case.moment));
        })
    });
}
