//! A plain function is called where no runtime is, and brings its own.

use std::{thread, time::Duration};

use lab::{Log, check_value, outside};
use tokio::task::yield_now;
use tokio::time::{Instant, pause, sleep};

use super::exercise::*;

/// Whatever the future gives, `run` gives.
#[lab::check]
async fn the_output_comes_back() {
    let log = Log::new();
    let output = outside("run", &log, || {
        run(async {
            yield_now().await;
            6 * 7
        })
    });
    let cause = "The output of the future is the output of `run`.";
    check_value(&log, "run", &output.await, &42, cause);
}

/// A task that is spawned inside runs where everything else does.
#[lab::check]
async fn tasks_run_on_the_callers_thread() {
    let log = Log::new();
    let same = outside("run", &log, || {
        let caller = thread::current().id();
        let task = async { thread::current().id() };
        run(async move { tokio::spawn(task).await.ok() == Some(caller) })
    });
    let cause = "The runtime has threads of its own, and runs its tasks \
                 there. There is a flavor that needs only its caller's.";
    check_value(
        &log,
        "the caller's thread runs the task",
        &same.await,
        &true,
        cause,
    );
}

/// A second of sleep is a second, here on a clock that the check pauses (in
/// the middle of a millisecond, so whole seconds are what counts).
#[lab::check]
async fn timers_work() {
    let log = Log::new();
    let took = outside("run", &log, || {
        run(async {
            pause();
            let start = Instant::now();
            sleep(Duration::from_secs(1)).await;
            start.elapsed().as_secs()
        })
    });
    let cause = "The sleep has ended early or late.";
    check_value(
        &log,
        "a second of sleep, in seconds",
        &took.await,
        &1,
        cause,
    );
}

/// When `run` returns, its runtime is gone, and the tasks with it.
#[lab::check]
async fn what_is_left_is_dropped() {
    let log = Log::new();
    let hour = Duration::from_secs(3600);
    outside("run", &log, || {
        run(async {
            tokio::spawn(log.visit("leftover", hour));
            yield_now().await;
        })
    })
    .await;
    let cause = "The task still exists, so its runtime does: something keeps \
                 it after `run` has returned.";
    let begun_and_left = (log.count("leftover"), log.inside());
    check_value(
        &log,
        "tasks (begun, left over)",
        &begun_and_left,
        &(1, 0),
        cause,
    );
}

/// A second call on the same thread, with something that is not `Send`.
#[lab::check]
async fn it_may_be_called_again() {
    let log = Log::new();
    let words = outside("run", &log, || {
        let shared = std::rc::Rc::new("one");
        let length = run(async { shared.len() });
        run(async move {
            yield_now().await;
            format!("{length} letters")
        })
    });
    let cause = "Each call has a runtime of its own. What was left of the first \
                 one when the second began?";
    let expected = "3 letters".to_owned();
    check_value(&log, "the second `run`", &words.await, &expected, cause);
}
