//! What the recorder sees of each primitive, one fact a test.

#[path = "kit/kit.rs"]
mod kit;

use std::sync::Arc;
use std::time::Duration;

use futures::stream::{FuturesUnordered, StreamExt};
use recorder::probe::{self, Show};
use timeline::{EventKind, ResourceKind, Run, WaitFor};
use tokio::io::{AsyncReadExt, AsyncWriteExt, duplex};
use tokio::sync::{
    Notify, OnceCell, RwLock, Semaphore, SetOnce, broadcast, mpsc, oneshot,
    watch,
};
use tokio::time::{interval, sleep};
use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;

use kit::{TICK, call, has, record, waits};

fn received(run: &Run) -> Vec<&str> {
    let values = run.events.iter().filter_map(|event| match &event.kind {
        EventKind::Received { value, .. } => Some(value.as_str()),
        _ => None,
    });
    values.collect()
}

#[test]
fn waits_built_of_others_have_their_own_names() {
    let run = record(async {
        let token = CancellationToken::new();
        let own = token.clone();
        tokio::spawn(call("token", async move { own.cancelled().await }));
        let tracker = TaskTracker::new();
        tracker.spawn(call("tracked", sleep(TICK)));
        tracker.close();
        let own = tracker.clone();
        tokio::spawn(call("tracker", async move { own.wait().await }));
        let (tx, mut rx) = watch::channel(0);
        let change = async move { rx.changed().await.is_ok() };
        tokio::spawn(call("change", change));
        let value = Arc::new(SetOnce::new());
        let own = value.clone();
        tokio::spawn(call("value", async move { *own.wait().await }));
        let cell = Arc::new(OnceCell::new());
        for name in ["first", "cell"] {
            let own = cell.clone();
            let fill = async move {
                own.get_or_init(|| sleep(TICK)).await;
            };
            tokio::spawn(call(name, fill));
        }
        let (mut sender, receiver) = oneshot::channel::<()>();
        let closed = async move { sender.closed().await };
        tokio::spawn(call("closed", closed));
        sleep(2 * TICK).await;
        drop(receiver);
        token.cancel();
        tx.send(1).ok();
        value.set(1).ok();
        sleep(TICK).await;
    });
    assert_eq!(waits(&run, "token"), [WaitFor::Token]);
    assert_eq!(waits(&run, "tracker"), [WaitFor::Tracker]);
    assert_eq!(waits(&run, "change"), [WaitFor::Change]);
    assert_eq!(waits(&run, "value"), [WaitFor::Value]);
    assert_eq!(waits(&run, "first"), [WaitFor::Timer]);
    assert_eq!(waits(&run, "cell"), [WaitFor::Cell]);
    assert_eq!(waits(&run, "closed"), [WaitFor::Closed]);
    // The semaphore inside the cell is nothing that the program made.
    let semaphore =
        |one: &timeline::Resource| one.kind == ResourceKind::Semaphore;
    assert!(!run.resources.iter().any(semaphore));
}

#[test]
fn ticks_bytes_budgets_and_a_moved_clock_are_told() {
    let run = record(async {
        let mut tick = interval(TICK);
        tick.tick().await;
        tick.tick().await;
    });
    assert_eq!(waits(&run, "main"), [WaitFor::Tick]);
    has(&run, "main waits for its next tick at 10 ms");
    let run = record(async {
        let (mut a, mut b) = duplex(1);
        let write = async move { a.write_all(b"ab").await };
        let write = tokio::spawn(call("write", write));
        let mut text = String::new();
        let read = async move { b.read_to_string(&mut text).await };
        let read = tokio::spawn(call("read", read));
        write.await.ok();
        read.await.ok();
    });
    assert_eq!(waits(&run, "write"), [WaitFor::Write]);
    assert_eq!(waits(&run, "read"), [WaitFor::Read]);
    let run = record(async {
        for _ in 0..200 {
            tokio::task::coop::consume_budget().await;
        }
        tokio::time::advance(Duration::from_millis(1)).await;
    });
    assert_eq!(waits(&run, "main"), [WaitFor::Budget, WaitFor::Clock]);
    has(
        &run,
        "main has moved the clock, and waits for its next turn",
    );
}

#[test]
fn several_permits_and_the_kind_of_a_lock_are_told() {
    let run = record(async {
        let permits = Arc::new(Semaphore::new(3));
        let held = permits.clone().acquire_owned().await;
        let own = permits.clone();
        let all = async move { drop(own.acquire_many(3).await) };
        let all = tokio::spawn(call("all", all));
        let lock = Arc::new(RwLock::new(0));
        let reading = lock.clone().read_owned().await;
        let own = lock.clone();
        let write = async move { *own.write().await += 1 };
        let write = tokio::spawn(call("write", write));
        tokio::task::yield_now().await;
        drop((held, reading));
        all.await.ok();
        write.await.ok();
    });
    has(&run, "all waits for 3 permits");
    has(
        &run,
        "all is polled: its permits are there, and it gets 3 permits",
    );
    has(&run, "write waits for the lock to write");
    has(&run, "main gets the lock to read");
}

#[test]
fn a_call_that_wakes_nobody_says_so() {
    let run = record(async {
        let bell = Arc::new(Notify::new());
        drop(probe::calling("notify_waiters()", None, 1));
        let own = bell.clone();
        let wait = async move { own.notified().await };
        let wait = tokio::spawn(call("wait", wait));
        tokio::task::yield_now().await;
        let calling = probe::calling("notify_one()", None, 2);
        bell.notify_one();
        drop(calling);
        wait.await.ok();
    });
    has(
        &run,
        "main calls notify_waiters() (line 1): it wakes nobody.",
    );
    has(&run, "main calls notify_one() (line 2); wait is woken.");
}

#[test]
fn sends_that_do_not_wait_are_told_where_they_succeed() {
    let run = record(async {
        let (tx, mut rx) = broadcast::channel(2);
        for n in 0..3 {
            probe::sending(n, |n| Show(n).debug(), None, n);
            let sent = tx.send(n);
            probe::sent(Show(&sent).ok());
        }
        for _ in 0..2 {
            let shown = |value: &_| Show(value).debug();
            probe::received(rx.recv(), shown).await.ok();
        }
        drop(rx);
        probe::sending(7, |n| Show(n).debug(), None, 7);
        let refused = tx.send(7);
        probe::sent(Show(&refused).ok());
    });
    let sent =
        |event: &&timeline::Event| matches!(event.kind, EventKind::Sent { .. });
    assert_eq!(run.events.iter().filter(sent).count(), 3);
    assert_eq!(received(&run), ["Err(Lagged(1))", "1"]);
}

#[test]
fn a_reserved_slot_takes_the_value_of_its_own_send() {
    let run = record(async {
        let (tx, mut rx) = mpsc::channel(1);
        let permit = tx.reserve().await;
        sleep(TICK).await;
        probe::sending((), |()| None, Some("value"), 1);
        permit.map(|permit| permit.send(())).ok();
        probe::sent(Some(true));
        let shown = |_: &Option<()>| Some(String::new());
        probe::received(rx.recv(), shown).await;
    });
    has(&run, "and it gets a slot (line ");
    has(&run, "main sends value (line 1).");
    // Its type cannot be shown: it is what went in.
    assert_eq!(received(&run), ["value"]);
}

#[test]
fn futures_that_are_polled_together_are_waited_for_together() {
    let run = record(async {
        let ticks =
            [3, 1, 2].map(|n| call(&format!("job {n}"), sleep(TICK * n)));
        let mut jobs: FuturesUnordered<_> = ticks.into_iter().collect();
        while jobs.next().await.is_some() {}
    });
    // It lets others run when it has polled each once.
    has(&run, "main wakes itself");
    has(&run, "main is polled: it had woken itself.");
    has(&run, "main waits for job 3, job 1 and job 2");
    has(&run, "main is polled: job 1 was woken.");
    has(&run, "main waits for job 3 and job 2");
}
