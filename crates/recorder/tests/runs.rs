//! What the recorder sees of small programs, one fact a test.

#[path = "kit/kit.rs"]
mod kit;

use std::future::pending;
use std::sync::Arc;
use std::time::Duration;

use recorder::probe::{self, Made, Show};
use timeline::{By, End, EventKind, LaneKind, Outcome, WaitFor};
use tokio::sync::{Barrier, Mutex, Notify, RwLock, Semaphore, mpsc, oneshot};
use tokio::time::{sleep, timeout};

use kit::{TICK, branch, call, end, lane, polls, record, waits};

#[test]
fn a_spawned_future_and_its_task_are_one_lane_with_the_spawn_line() {
    let line = line!() + 2;
    let run = record(async {
        let task = tokio::spawn(call("work", sleep(TICK)));
        task.await.ok();
    });
    assert_eq!(run.lanes.len(), 2);
    let site = run.lanes[1].site.expect("a spawn line");
    assert_eq!(run.sites[site as usize].line, line);
    assert_eq!(run.lanes[1].kind, LaneKind::Task);
    assert_eq!(end(&run, "work"), (10, End::Done));
    assert_eq!(waits(&run, "main"), [WaitFor::Join]);
    assert_eq!(run.end, 10_000);
}

#[test]
fn a_sleep_tells_its_deadline_and_its_line() {
    let line = line!() + 1;
    let run = record(async { sleep(Duration::from_millis(7)).await });
    let wait = run.events.iter().find_map(|event| match event.kind {
        EventKind::Wait { until, site, .. } => Some((until, site)),
        _ => None,
    });
    let (until, site) = wait.expect("a wait");
    assert_eq!(until, Some(7000));
    assert_eq!(run.sites[site.expect("a line") as usize].line, line);
}

#[test]
fn an_error_a_panic_an_abort_and_a_leftover_end_differently() {
    let run = record(async {
        let failing = probe::future(
            "failing".to_owned(),
            Made::Call,
            1,
            async { Err::<(), _>("no") },
            |output| Show(output).error(),
        );
        tokio::spawn(failing).await.ok();
        let panics = call("panics", async { panic!("on purpose") });
        tokio::spawn(panics).await.ok();
        let aborted = tokio::spawn(call("aborted", pending::<()>()));
        tokio::task::yield_now().await;
        aborted.abort();
        aborted.await.ok();
        drop(tokio::spawn(call("left over", pending::<()>())));
        tokio::task::yield_now().await;
    });
    assert_eq!(end(&run, "failing").1, End::Error);
    assert_eq!(end(&run, "panics").1, End::Panic);
    assert_eq!(end(&run, "aborted").1, End::Aborted);
    assert_eq!(polls(&run, "aborted"), 1);
    assert_eq!(end(&run, "left over").1, End::Dropped);
    assert_eq!(run.outcome, Outcome::Ok);
}

#[test]
fn a_task_that_is_aborted_before_its_first_poll_is_one_lane() {
    let run = record(async {
        let early = tokio::spawn(call("early", pending::<()>()));
        early.abort();
        early.await.ok();
    });
    assert_eq!(run.lanes.len(), 2);
    assert_eq!(end(&run, "early").1, End::Aborted);
    assert_eq!(polls(&run, "early"), 0);
}

#[test]
fn a_future_that_nobody_polls_is_seen() {
    let line = line!() + 4;
    let run = record(async {
        let never = call("never", async {});
        sleep(TICK).await;
        drop(never);
    });
    assert_eq!(polls(&run, "never"), 0);
    assert_eq!(end(&run, "never"), (10, End::NeverPolled));
    let site = run.events.iter().find_map(|event| match event.kind {
        EventKind::End { lane: 1, site, .. } => site,
        _ => None,
    });
    assert_eq!(run.sites[site.expect("a line") as usize].line, line);
}

#[test]
fn branches_of_join_are_lanes_inside_their_task() {
    let run = record(async {
        tokio::join!(
            branch("short", sleep(TICK)),
            branch("long", call("work", sleep(2 * TICK)))
        );
    });
    let short = &run.lanes[lane(&run, "short") as usize];
    assert_eq!(short.kind, LaneKind::Branch);
    assert_eq!(short.parent, Some(0));
    // The wrapper around the call is not a lane of its own.
    assert_eq!(run.lanes.len(), 3);
    assert_eq!(
        run.lanes[lane(&run, "work") as usize].kind,
        LaneKind::Branch
    );
    // `join!` polls the long branch too when the short one is woken.
    assert_eq!(polls(&run, "work"), 3);
    let wakes = run.events.iter().filter_map(|event| match event.kind {
        EventKind::Wake { lane, by, .. } => Some((event.t, lane, by)),
        _ => None,
    });
    let expected = [
        (10_000, lane(&run, "short"), By::Timer),
        (20_000, lane(&run, "work"), By::Timer),
    ];
    assert_eq!(wakes.collect::<Vec<_>>(), expected);
}

#[test]
fn the_loser_of_select_is_dropped_in_the_same_step() {
    let run = record(async {
        tokio::select! {
            () = branch("winner", sleep(TICK)) => {}
            () = branch("loser", sleep(2 * TICK)) => {}
        }
        sleep(TICK).await;
    });
    assert_eq!(end(&run, "winner"), (10, End::Done));
    assert_eq!(end(&run, "loser"), (10, End::Dropped));
}

#[test]
fn a_timeout_drops_what_it_waits_for() {
    let run = record(async {
        timeout(TICK, call("slow", sleep(5 * TICK))).await.ok();
    });
    assert_eq!(end(&run, "slow"), (10, End::Dropped));
    assert_eq!(waits(&run, "main"), [WaitFor::Future, WaitFor::Deadline]);
    let run = record(async {
        let (_tx, mut rx) = mpsc::channel::<u32>(1);
        timeout(TICK, rx.recv()).await.ok();
    });
    assert_eq!(waits(&run, "main"), [WaitFor::Message, WaitFor::Deadline]);
}

#[test]
fn a_permit_goes_from_hand_to_hand() {
    let run = record(async {
        let permits = Arc::new(Semaphore::new(1));
        let hold = |permits: Arc<Semaphore>| async move {
            let _permit = permits.acquire().await;
            sleep(TICK).await;
        };
        let a = tokio::spawn(call("a", hold(permits.clone())));
        let b = tokio::spawn(call("b", hold(permits.clone())));
        a.await.ok();
        b.await.ok();
    });
    let (lane_of_a, b) = (lane(&run, "a"), lane(&run, "b"));
    let handed = run.events.iter().any(|event| {
        matches!(event.kind, EventKind::Released { lane, to: Some(to), .. }
            if lane == lane_of_a && to == b)
    });
    assert!(handed, "{:?}", run.events);
    assert_eq!(waits(&run, "b"), [WaitFor::Permit, WaitFor::Timer]);
    let free = timeline::model::available(&run);
    assert_eq!(free[&0], [(0, 0), (20_000, 1)]);
}

#[test]
fn a_permit_that_nobody_held_is_added() {
    let run = record(async {
        let permits = Semaphore::new(0);
        permits.add_permits(1);
        drop(permits.acquire().await);
    });
    let added = run.events.iter().filter_map(|event| match event.kind {
        EventKind::Released { added, .. } => Some(added),
        _ => None,
    });
    assert_eq!(added.collect::<Vec<_>>(), [true, false]);
}

#[test]
fn a_value_without_room_in_a_figure_is_not_shown() {
    let (answer, _asker) = tokio::sync::oneshot::channel::<u32>();
    assert_eq!(Show(&Some(7)).debug().as_deref(), Some("Some(7)"));
    assert_eq!(Show(&Some(answer)).debug(), None);
}

#[test]
fn a_channel_tells_its_values_and_its_slots() {
    let run = record(async {
        let (tx, mut rx) = mpsc::channel::<u32>(1);
        let produce = async move {
            for value in [7, 8] {
                probe::sending(&value, |value| Show(value).debug(), None, 0);
                tx.send(value).await.ok();
            }
        };
        let producer = tokio::spawn(call("produce", produce));
        sleep(TICK).await;
        let shown = |value: &Option<u32>| Show(value).debug();
        while probe::received(rx.recv(), shown).await.is_some() {}
        producer.await.ok();
    });
    let values: Vec<_> = run
        .events
        .iter()
        .filter_map(|event| match &event.kind {
            EventKind::Sent { value, .. } => Some(format!("in {value}")),
            EventKind::Received { value, .. } => Some(format!("out {value}")),
            _ => None,
        })
        .collect();
    assert_eq!(values, ["in 7", "out 7", "in 8", "out 8", "out None"]);
    assert_eq!(waits(&run, "produce"), [WaitFor::Slot]);
    assert_eq!(run.resources[0].capacity, Some(1));
}

#[test]
fn each_kind_of_wait_is_told_apart() {
    let run = record(async {
        let lock = Arc::new(Mutex::new(()));
        let guard = lock.clone().lock_owned().await;
        let own = lock.clone();
        let locked = async move { drop(own.lock().await) };
        let locked = tokio::spawn(call("lock", locked));
        let rw = Arc::new(RwLock::new(()));
        let write = rw.clone().write_owned().await;
        let reads = async move { drop(rw.read().await) };
        let reads = tokio::spawn(call("read", reads));
        let (tx, rx) = oneshot::channel::<()>();
        let answer = tokio::spawn(call("answer", rx));
        let bell = Arc::new(Notify::new());
        let rung = bell.clone();
        let notified = async move { rung.notified().await };
        let notified = tokio::spawn(call("notify", notified));
        let gate = Arc::new(Barrier::new(2));
        let other = gate.clone();
        let arrives = async move { other.wait().await.is_leader() };
        let arrives = tokio::spawn(call("barrier", arrives));
        let yields = tokio::task::yield_now();
        let turn = tokio::spawn(call("turn", yields));
        sleep(TICK).await;
        drop((guard, write));
        tx.send(()).ok();
        bell.notify_one();
        gate.wait().await;
        for task in [locked, reads, notified, turn] {
            task.await.ok();
        }
        answer.await.ok();
        arrives.await.ok();
    });
    assert_eq!(waits(&run, "lock"), [WaitFor::Lock]);
    assert_eq!(waits(&run, "read"), [WaitFor::Lock]);
    assert_eq!(waits(&run, "answer"), [WaitFor::Answer]);
    assert_eq!(waits(&run, "notify"), [WaitFor::Notify]);
    assert_eq!(waits(&run, "barrier"), [WaitFor::Barrier]);
    assert_eq!(waits(&run, "turn"), [WaitFor::Turn]);
}

#[test]
fn a_printed_line_belongs_to_the_task_that_printed_it() {
    let run = record(async {
        let say = async { probe::line("hello".to_owned(), 3) };
        tokio::spawn(call("say", say)).await.ok();
    });
    let say = lane(&run, "say");
    let out = run.events.iter().any(|event| {
        matches!(&event.kind, EventKind::Out { lane, text, .. }
            if *lane == say && text == "hello")
    });
    assert!(out);
}

#[test]
fn a_program_that_waits_for_ever_is_a_deadlock() {
    let run = record(async {
        sleep(TICK).await;
        pending::<()>().await;
    });
    assert_eq!(run.outcome, Outcome::Deadlock);
    assert_eq!(run.end, 10_000);
}

#[test]
fn an_error_and_a_panic_of_main_are_told() {
    let failed = record(async { Err::<(), _>("no") });
    assert_eq!(failed.outcome, Outcome::Error);
    let panicked = record(async {
        if Duration::from_secs(1) > TICK {
            panic!("on purpose");
        }
    });
    assert_eq!(panicked.outcome, Outcome::Panic);
}

#[test]
fn twenty_recordings_are_the_same() {
    let program = || {
        record(async {
            let (tx, mut rx) = mpsc::channel::<u32>(2);
            for i in 0..4 {
                let tx = tx.clone();
                let work = async move {
                    sleep(TICK * (i % 2)).await;
                    tx.send(i).await.ok();
                };
                tokio::spawn(call("work", work));
            }
            drop(tx);
            loop {
                tokio::select! {
                    found = branch("recv", rx.recv()) => {
                        if found.is_none() { break }
                    }
                    () = branch("tick", sleep(TICK)) => {}
                }
            }
        })
    };
    let first = program();
    for _ in 1..20 {
        assert_eq!(program(), first);
    }
}
