//! Which lanes share a row, what they are called, and what is said of them:
//! small runs, written by hand.

use timeline::rows::{Names, row_of};
use timeline::steps::steps;
use timeline::{End, Event, EventKind, Lane, LaneKind, Made, Run};

fn told(lanes: Vec<Lane>, events: Vec<EventKind>) -> Run {
    let events = events.into_iter().map(|kind| Event::new(0, kind));
    Run {
        lanes,
        events: events.collect(),
        ..Run::default()
    }
}

fn inner(name: &str, parent: u32) -> Lane {
    Lane {
        name: name.to_owned(),
        kind: LaneKind::Branch,
        parent: Some(parent),
        site: Some(0),
        made: Made::Branch,
    }
}

fn task(name: &str) -> Lane {
    let kind = LaneKind::Task;
    Lane {
        kind,
        parent: None,
        ..inner(name, 0)
    }
}

#[test]
fn branches_that_follow_each_other_share_a_row() {
    let created = |lane| EventKind::Created { lane, by: 0 };
    let end = |lane| EventKind::End {
        lane,
        how: End::Done,
        message: None,
        site: None,
    };
    let lanes =
        || vec![task("main"), inner("a.recv()", 0), inner("a.recv()", 0)];
    let run = told(lanes(), vec![created(1), end(1), created(2), end(2)]);
    assert_eq!(row_of(&run), [0, 1, 1]);
    assert_eq!(Names::new(&run).full[2], "a.recv()");
    // At the same time they are two, and told apart.
    let run = told(lanes(), vec![created(1), created(2), end(1), end(2)]);
    assert_eq!(row_of(&run), [0, 1, 2]);
    assert_eq!(Names::new(&run).full[2], "a.recv() 2");
}

#[test]
fn branches_of_two_tasks_are_told_apart_by_the_task() {
    let lanes = vec![
        task("worker 1"),
        task("worker 2"),
        inner("sleep", 0),
        inner("sleep", 1),
    ];
    let run = told(lanes, Vec::new());
    let names = Names::new(&run);
    assert_eq!(names.full[2..], ["worker 1's sleep", "worker 2's sleep"]);
    assert_eq!(names.short[2..], ["sleep", "sleep"]);
}

#[test]
fn an_abort_says_what_becomes_of_the_task() {
    let spawned = EventKind::Spawned { lane: 1, by: 0 };
    let abort = EventKind::Called {
        lane: 0,
        what: "abort()".to_owned(),
        to: Some(1),
        idle: false,
        site: None,
    };
    let end = EventKind::End {
        lane: 1,
        how: End::Aborted,
        message: None,
        site: None,
    };
    let lanes = || vec![task("main"), task("work")];
    let poll = EventKind::Poll { lane: 1 };
    let words = |events: Vec<EventKind>| -> Vec<String> {
        let steps = steps(&told(lanes(), events));
        steps.into_iter().map(|step| step.text).collect()
    };
    let early = words(vec![spawned.clone(), abort.clone(), end.clone()]);
    assert_eq!(early[1], "main aborts work: it will never run.");
    assert_eq!(early[2], "work is aborted: nothing of it has ever run.");
    let late = words(vec![spawned, poll, abort.clone(), end, abort]);
    assert_eq!(late[2], "main aborts work: at its next turn it is dropped.");
    assert!(late[3].starts_with("work is aborted: its turn comes"));
    assert_eq!(late[4], "main aborts work, which has ended already.");
}
