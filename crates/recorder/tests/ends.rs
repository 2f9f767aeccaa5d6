//! What the recorder sees of futures that are dropped, one fact a test.

#[path = "kit/kit.rs"]
mod kit;

use std::future::pending;
use std::pin::pin;
use std::sync::Arc;

use recorder::probe;
use timeline::{End, EventKind, LaneKind, WaitFor};
use tokio::sync::Semaphore;
use tokio::time::{sleep, timeout};

use kit::{
    TICK, branch, call, end, has, lane, lent, polls, prints, record, told,
    waits,
};

struct Guard;

impl Drop for Guard {
    fn drop(&mut self) {
        probe::line("guard dropped".to_owned(), 1);
    }
}

async fn guarded() {
    let _guard = Guard;
    pending::<()>().await;
}

#[test]
fn what_a_destructor_prints_belongs_to_what_is_dropped() {
    let run = record(async {
        tokio::select! {
            () = branch("loser", guarded()) => {}
            () = branch("winner", sleep(TICK)) => {}
        }
    });
    assert_eq!(prints(&run, "loser"), ["guard dropped"]);
    has(&run, "The drop of loser prints");
    let run = record(async {
        let argument = Guard;
        drop(call("never", async move { drop(argument) }));
    });
    assert_eq!(prints(&run, "never"), ["guard dropped"]);
    let run = record(async {
        let task = tokio::spawn(call("aborted", guarded()));
        tokio::task::yield_now().await;
        task.abort();
        task.await.ok();
    });
    assert_eq!(prints(&run, "aborted"), ["guard dropped"]);
    let at = |part: &str| told(&run).iter().position(|t| t.contains(part));
    assert!(at("is aborted") < at("The drop of aborted"));
}

#[test]
fn a_permit_of_a_dropped_branch_is_given_back_by_its_drop() {
    let run = record(async {
        let permits = Arc::new(Semaphore::new(1));
        let held = permits.clone();
        let hold = async move {
            let _permit = held.acquire().await;
            pending::<()>().await;
        };
        timeout(TICK, call("hold", hold)).await.ok();
    });
    has(&run, "The drop of hold gives a permit back");
}

#[test]
fn nothing_is_polled_when_main_has_returned() {
    let run = record(async {
        drop(tokio::spawn(call("early", guarded())));
        tokio::task::yield_now().await;
        drop(tokio::spawn(call("late", guarded())));
    });
    assert_eq!(end(&run, "main"), (0, End::Done));
    assert_eq!(polls(&run, "late"), 0);
    assert_eq!(end(&run, "late").1, End::NeverPolled);
    assert_eq!(end(&run, "early").1, End::Dropped);
    assert_eq!(run.lanes.len(), 3);
    assert_eq!(prints(&run, "early"), ["guard dropped"]);
    has(&run, "main has returned: the runtime drops early");
    has(&run, "the runtime drops late, which has never run");
}

#[test]
fn a_branch_that_borrows_a_future_is_that_future() {
    let run = record(async {
        let mut work = pin!(call("work", sleep(3 * TICK)));
        for _ in 0..2 {
            tokio::select! {
                () = lent("work", &mut work) => {}
                () = branch("tick", sleep(TICK)) => {}
            }
        }
        work.await;
    });
    let named = run.lanes.iter().filter(|lane| lane.name == "work");
    assert_eq!(named.count(), 1);
    assert_eq!(
        run.lanes[lane(&run, "work") as usize].kind,
        LaneKind::Branch
    );
    assert_eq!(end(&run, "work"), (30, End::Done));
}

#[test]
fn a_branch_that_borrows_something_else_lets_it_go() {
    let run = record(async {
        let mut task = tokio::spawn(call("work", sleep(2 * TICK)));
        tokio::select! {
            _ = lent("task", &mut task) => {}
            () = branch("tick", sleep(TICK)) => {}
        }
        task.await.ok();
    });
    assert_eq!(end(&run, "task"), (10, End::LetGo));
    assert_eq!(end(&run, "work"), (20, End::Done));
}

#[test]
fn a_deadline_does_not_outlive_its_timeout() {
    let run = record(async {
        timeout(TICK, sleep(5 * TICK)).await.ok();
        let mut task = tokio::spawn(call("work", sleep(5 * TICK)));
        timeout(TICK, &mut task).await.ok();
        probe::at(7, task, |task| probe::Show(task).task())
            .await
            .ok();
    });
    has(&run, "main sleeps until 50 ms, at most until 10 ms");
    // The handle registers its waker but once: nothing is told anew.
    has(&run, "main waits for work to end (line 7).");
    has(&run, "main is polled: work has ended.");
}

#[test]
fn of_nested_timeouts_the_nearest_counts() {
    let run = record(async {
        let inner = timeout(2 * TICK, call("work", sleep(5 * TICK)));
        timeout(TICK, inner).await.ok();
        sleep(TICK).await;
    });
    has(&run, "main waits for work, at most until 10 ms");
    let last = run
        .events
        .iter()
        .rfind(|event| matches!(event.kind, EventKind::Wait { lane: 0, .. }));
    let on = last.map(|event| match event.kind {
        EventKind::Wait { on, .. } => on,
        _ => WaitFor::Other,
    });
    assert_eq!(on, Some(WaitFor::Timer));
    assert_eq!(waits(&run, "work"), [WaitFor::Timer]);
}

#[test]
fn who_waits_at_another_line_has_left_the_one_before() {
    let run = record(async {
        let token = tokio_util::sync::CancellationToken::new();
        let own = token.clone();
        let work = async move {
            let mut tick = tokio::time::interval(5 * TICK);
            tick.tick().await;
            own.run_until_cancelled(tick.tick()).await;
            sleep(TICK).await;
        };
        let work = tokio::spawn(call("work", work));
        sleep(TICK).await;
        token.cancel();
        work.await.ok();
    });
    has(
        &run,
        "work waits for its next tick at 50 ms and waits for the token",
    );
    // The tick was polled once more and dropped; its interval lives on.
    has(&run, "work sleeps until 20 ms");
}

#[test]
fn a_timeout_does_not_hide_what_is_awaited_at_another_line() {
    let run = record(async {
        let lock = tokio::sync::Mutex::const_new(());
        let _held = lock.lock().await;
        let inner = async {
            drop(lock.lock().await);
        };
        timeout(TICK, inner).await.ok();
    });
    has(&run, "main waits for the lock, at most until 10 ms");
}
