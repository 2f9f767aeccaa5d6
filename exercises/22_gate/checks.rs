//! Early, late, impatient: the gate opens for everybody.

use std::sync::Arc;

use futures::future::join_all;
use lab::explore::{Race, explore, thread};
use lab::{
    Log, check_results, check_starts, check_that, finish, law, ms, survive,
};
use tokio::join;
use tokio::time::{sleep, timeout};

use super::exercise::*;
use super::explored;

async fn worker(id: u32, at: u64, gate: &Gate, log: &Log) {
    sleep(ms(at)).await;
    gate.pass().await;
    log.visit(format!("worker {id}"), ms(10)).await;
}

async fn open(at: u64, gate: &Gate) {
    sleep(ms(at)).await;
    gate.open();
}

/// Three wait when the gate opens, at 105 ms, and go at that moment.
#[lab::check]
async fn all_who_wait_pass() {
    let (gate, log) = (Gate::default(), Log::new());
    let all = async {
        join!(
            worker(1, 0, &gate, &log),
            worker(2, 20, &gate, &log),
            worker(3, 60, &gate, &log),
            open(105, &gate),
        )
    };
    finish("three workers", &log, all).await;
    check_when(&log, &[(3, 105)]);
}

fn check_when(log: &Log, expected: &[(usize, u64)]) {
    let starts: Vec<u128> =
        log.visits().iter().map(|v| v.start.as_millis()).collect();
    let open = expected[0].1;
    let early = starts.iter().any(|at| *at < u128::from(open));
    check_that(
        log,
        !early,
        &format!("nobody passes before {open} ms, when the gate opens"),
        "somebody did",
        "What is waited for is there before anybody opens.",
    );
    let last = expected[expected.len() - 1].1;
    let late = starts.iter().any(|at| *at > u128::from(last));
    check_that(
        log,
        !late,
        &format!("the last one passes at {last} ms"),
        "somebody passed later",
        "The gate was open, and somebody had not heard of it: is it looked \
         at from time to time, or does one let in the next?",
    );
    check_starts(log, expected);
}

/// One comes at 200 ms, the gate is open since 100 ms.
#[lab::check]
async fn who_comes_late_passes_at_once() {
    let (gate, log) = (Gate::default(), Log::new());
    let all = async {
        join!(
            worker(1, 0, &gate, &log),
            worker(2, 200, &gate, &log),
            worker(3, 200, &gate, &log),
            open(100, &gate),
        )
    };
    finish("two late workers", &log, all).await;
    check_when(&log, &[(1, 100), (2, 200)]);
}

/// Nobody waits when it opens.
#[lab::check]
async fn an_open_gate_stays_open() {
    let (gate, log) = (Gate::default(), Log::new());
    let all = async {
        gate.open();
        worker(1, 50, &gate, &log).await;
        worker(2, 0, &gate, &log).await;
    };
    finish("two workers", &log, all).await;
    check_when(&log, &[(1, 50), (1, 60)]);
}

/// Two of them open it.
#[lab::check]
async fn it_may_be_opened_twice() {
    let (gate, log) = (Gate::default(), Log::new());
    let all = async {
        join!(
            worker(1, 0, &gate, &log),
            worker(2, 300, &gate, &log),
            open(100, &gate),
            open(200, &gate),
        )
    };
    survive("two who open", &log, all).await;
    check_when(&log, &[(1, 100), (1, 300)]);
}

/// One does not wait for the opening.
#[lab::check]
async fn who_gives_up_harms_nobody() {
    let (gate, log) = (Gate::default(), Log::new());
    let all = async {
        join!(
            timeout(ms(50), worker(1, 0, &gate, &log)),
            worker(2, 0, &gate, &log),
            open(100, &gate),
        )
    };
    let _ = finish("two workers", &log, all).await;
    check_when(&log, &[(1, 100)]);
}

/// Three threads: two pass, one opens. Whoever comes first, both get through.
#[lab::check]
async fn on_several_threads_nobody_is_left_outside() {
    let race = || {
        let gate = Arc::new(explored::Gate::default());
        let pass = |gate: &Arc<explored::Gate>| {
            let gate = Arc::clone(gate);
            thread(move || async move { gate.pass().await })
        };
        let (one, two) = (pass(&gate), pass(&gate));
        let open = thread(move || async move { gate.open() });
        Race {
            threads: vec![one, two, open],
            verdict: Box::new(|| Ok(())),
        }
    };
    let cause = "Thread 3 opens the gate, and the others pass. Between a look \
                 at the gate and the wait that follows, another thread can \
                 open it: who tells the one that has looked and does not wait \
                 yet?";
    explore("two passes and an open", "both get through", cause, race).await;
}

/// Any who come, and then a crowd of 1500 who wait: all pass.
#[lab::check]
async fn a_crowd_passes_at_any_moment() {
    law(|case| {
        Box::pin(async move {
            let (gate, log) = (Gate::default(), Log::new());
            let open = open(case.moment, &gate);
            let times = case.times();
            let pass = times.iter().map(|at| worker(0, *at, &gate, &log));
            let all = join_all(pass);
            let both = async { join!(all, open) };
            finish("workers", &log, both).await;
            let mut expected = times.clone();
            expected
                .iter_mut()
                .for_each(|at| *at = case.moment.max(*at));
            expected.sort_unstable();
            let starts = log.visits();
            let starts = starts.iter().map(|v| v.start.as_millis() as u64);
            let mut starts = Vec::from_iter(starts);
            starts.sort_unstable();
            check_results(&log, &starts, &expected);
        })
    });
    let (gate, log) = (Gate::default(), Log::new());
    let crowd = join_all((0..1500).map(|n| worker(n, 0, &gate, &log)));
    let both = async { join!(crowd, open(105, &gate)) };
    finish("a crowd of workers", &log, both).await;
    check_when(&log, &[(1500, 105)]);
}
