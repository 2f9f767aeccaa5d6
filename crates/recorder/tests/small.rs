//! What was told falsely of small programs, one fact a test.

#[path = "kit/kit.rs"]
mod kit;

use std::pin::pin;

use probes::calling;
use timeline::{LaneKind, Outcome, Run};
use tokio::sync::{Notify, mpsc, oneshot, watch};
use tokio::time::{interval, sleep, timeout};

use kit::{TICK, branch, call, has, lane, lent, record, told};

/// A task is never polled without a wake.
fn each_poll_of_a_task_has_a_cause(run: &Run) {
    for lane in run.lanes.iter().filter(|one| one.kind == LaneKind::Task) {
        let part = format!("{} is polled too, though nothing", lane.name);
        let told = told(run);
        assert!(!told.iter().any(|text| text.contains(&part)), "{told:#?}");
    }
}

#[test]
fn a_wake_through_a_future_that_is_gone_wakes_the_task() {
    let run = record(async {
        let (tx, mut rx) = mpsc::channel(4);
        tokio::spawn(call("late", async move {
            sleep(3 * TICK / 2).await;
            tx.send(1).await.ok();
        }));
        let mut tick = interval(TICK);
        tick.tick().await;
        tokio::select! {
            biased;
            _ = branch("recv", rx.recv()) => {}
            _ = branch("tick", tick.tick()) => sleep(2 * TICK).await,
        }
        rx.recv().await;
    });
    each_poll_of_a_task_has_a_cause(&run);
    has(&run, "late wakes main");
    has(&run, "main is polled: it was woken.");
}

#[test]
fn a_slot_that_went_to_another_is_not_there() {
    let run = record(async {
        let (tx, mut rx) = mpsc::channel(1);
        tx.send(0).await.ok();
        let mut first = pin!(tx.send(1));
        let early = timeout(TICK, &mut first).await;
        assert!(early.is_err());
        tokio::spawn(call("reader", async move {
            rx.recv().await;
            sleep(5 * TICK).await;
        }));
        timeout(TICK, tx.send(2)).await.ok();
    });
    each_poll_of_a_task_has_a_cause(&run);
    let told = told(&run);
    let wrong = "main is polled: a slot is there for it";
    assert!(!told.iter().any(|text| text.contains(wrong)), "{told:#?}");
}

#[test]
fn a_child_that_is_woken_while_its_task_waits_elsewhere_wakes_it() {
    let run = record(async {
        let bell = Notify::new();
        let ring = &bell;
        let mut waits = pin!(call("waits", bell.notified()));
        let other = async {
            sleep(TICK).await;
            ring.notify_one();
        };
        let mut ringer = pin!(call("ringer", other));
        tokio::select! {
            () = lent("waits", &mut waits) => {}
            () = lent("ringer", &mut ringer) => {}
        }
        sleep(TICK).await;
    });
    each_poll_of_a_task_has_a_cause(&run);
}

#[test]
fn what_comes_after_a_call_is_not_its_effect() {
    let run = record(async {
        let (progress, _seen) = watch::channel(0);
        let (fail, failed) = oneshot::channel::<()>();
        let work = async move {
            let _fail = fail;
            sleep(TICK).await;
            let _call = calling("send_replace()", None, 6);
            progress.send_replace(1);
        };
        tokio::spawn(call("work", work));
        failed.await.ok();
    });
    has(&run, "work calls send_replace() (line 6): it wakes nobody.");
    has(&run, "work wakes main");
}

#[test]
fn a_task_that_never_ran_is_one_lane() {
    let run = record(async {
        drop(tokio::spawn(call("job", sleep(TICK))));
        assert!(TICK.is_zero(), "on purpose");
    });
    let names: Vec<&str> =
        run.lanes.iter().map(|lane| lane.name.as_str()).collect();
    assert_eq!(names, ["main", "job"]);
    assert_eq!(run.lanes[1].kind, LaneKind::Task);
    assert_eq!(run.outcome, Outcome::Panic);
}

#[test]
fn a_future_that_a_function_hands_out_is_not_another() {
    let run = record(async {
        let start = || call("charge", sleep(TICK));
        tokio::spawn(call("start", start())).await.ok();
        call("start", start()).await;
    });
    let names: Vec<&str> =
        run.lanes.iter().map(|lane| lane.name.as_str()).collect();
    assert_eq!(names, ["main", "start", "start"]);
}

#[test]
fn a_variable_that_is_borrowed_again_keeps_its_lane() {
    let run = record(async {
        let mut job = tokio::spawn(call("work", sleep(3 * TICK)));
        let mut tick = interval(2 * TICK);
        loop {
            tokio::select! {
                _ = lent("job", &mut job) => break,
                _ = branch("tick", tick.tick()) => {}
            }
        }
    });
    let lanes = run.lanes.iter().filter(|one| one.name == "job").count();
    assert_eq!(lanes, 1);
    has(&run, "job is polled again.");
    let told = told(&run);
    let first = "job is polled for the first time";
    assert_eq!(told.iter().filter(|text| text.contains(first)).count(), 1);
}

#[test]
fn what_was_done_and_is_polled_again_panics_at_a_line_of_the_program() {
    let line = line!() + 5;
    let run = record(async {
        let mut job = tokio::spawn(call("work", async {}));
        for _ in 0..2 {
            tokio::select! {
                _ = lent("job", &mut job) => {}
                () = branch("late", sleep(TICK)) => {}
            }
        }
    });
    has(&run, "job is polled again, though it was done.");
    let told = told(&run);
    let told = told.iter().find(|text| text.contains("ended by a panic"));
    let told = told.expect("a panic");
    assert!(told.contains("polled after completion (line "), "{told}");
    let near = |n: u32| told.contains(&format!("(line {n})"));
    assert!((line - 3..line + 3).any(near), "{told} near {line}");
}

#[test]
fn what_a_panic_drops_is_told_after_it() {
    let run = record(async {
        let permits = tokio::sync::Semaphore::new(1);
        let _permit = permits.acquire().await;
        assert!(TICK.is_zero(), "on purpose");
    });
    let told = told(&run);
    let at = |part: &str| told.iter().position(|text| text.contains(part));
    let (end, drop) = (at("main is ended by a panic"), at("gives a permit"));
    assert!(end.is_some() && end < drop, "{told:#?}");
    has(&run, "The drop of main gives a permit back");
}

#[test]
fn the_place_of_a_select_is_that_of_the_innermost() {
    async fn serve() {
        let place = line!();
        tokio::select! {
            () = at_branch(place + 1, sleep(TICK)) => {}
            () = at_branch(place + 1, sleep(2 * TICK)) => {}
        }
    }
    fn at_branch<F: Future>(of: u32, future: F) -> probes::Probed<F> {
        let made = probes::Made::Branch { of, lent: false };
        probes::future("one".to_owned(), made, of + 1, future, |_| None)
    }
    let run = record(async { serve().await });
    let told = told(&run);
    let stands = told
        .iter()
        .find(|t| t.contains("main waits for its branches"));
    let stands = stands.expect("it waits").clone();
    let branches = told.iter().find(|text| text.contains("has the branches"));
    // The macro stands one line above its branches.
    let line = |text: &str| -> u32 {
        let rest = text.split("(line ").nth(1).unwrap();
        rest.split(')').next().unwrap().parse().unwrap()
    };
    assert_eq!(line(&stands) + 1, line(branches.unwrap()));
}

#[test]
fn which_channel_is_told_where_there_are_two() {
    let run = record(async {
        let (orders, mut kitchen) = mpsc::channel(1);
        let (dishes, mut table) = mpsc::channel(1);
        let cook = async move {
            while let Some(order) = kitchen.recv().await {
                sleep(TICK).await;
                dishes.send(order).await.ok();
            }
        };
        tokio::spawn(call("cook", cook));
        orders.send(1).await.ok();
        table.recv().await;
        drop(orders);
    });
    has(&run, "main waits for a message from channel 2");
    has(&run, "cook waits for a message from channel 1");
    assert_eq!(lane(&run, "cook"), 1);
}
