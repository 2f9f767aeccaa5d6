//! What the tests of the recorder share.
#![allow(dead_code)]

#[path = "real.rs"]
pub mod real;

use std::future::Future;
use std::panic::Location;
use std::time::Duration;

use recorder::probe::{self, Made, Probed};
use recorder::{Finished, Program, run};
use timeline::{End, EventKind, Run, WaitFor};

pub const TICK: Duration = Duration::from_millis(10);

#[track_caller]
pub fn record<F>(main: F) -> Run
where
    F: Future + 'static,
    F::Output: Finished,
{
    let program = Program {
        // The file of the test, which is the program.
        file: Location::caller().file(),
        ..Program::PLAIN
    };
    run(&program, main).expect("the runtime starts")
}

/// As the copy of an example wraps a call.
pub fn call<F: Future>(name: &str, future: F) -> Probed<F> {
    let name = name.to_owned();
    probe::future(name, Made::Call, line!(), future, |_| None)
}

pub fn branch<F: Future>(name: &str, future: F) -> Probed<F> {
    let (name, of) = (name.to_owned(), 0);
    let made = Made::Branch { of, lent: false };
    probe::future(name, made, line!(), future, |_| None)
}

pub fn lane(run: &Run, name: &str) -> u32 {
    let found = run.lanes.iter().position(|lane| lane.name == name);
    let names: Vec<_> = run.lanes.iter().map(|lane| &lane.name).collect();
    let found = found.unwrap_or_else(|| panic!("no {name} in {names:?}"));
    u32::try_from(found).unwrap()
}

pub fn end(run: &Run, name: &str) -> (u64, End) {
    let wanted = lane(run, name);
    let found = run.events.iter().find_map(|event| match &event.kind {
        EventKind::End { lane, how, .. } if *lane == wanted => {
            Some((event.t / 1000, *how))
        }
        _ => None,
    });
    found.unwrap_or_else(|| panic!("{name} has no end"))
}

/// The kinds of waits of a lane, without repetitions.
pub fn waits(run: &Run, name: &str) -> Vec<WaitFor> {
    let wanted = lane(run, name);
    let mut found: Vec<WaitFor> = Vec::new();
    for event in &run.events {
        if let EventKind::Wait { lane, on, .. } = event.kind
            && lane == wanted
            && found.last() != Some(&on)
        {
            found.push(on);
        }
    }
    found
}

pub fn polls(run: &Run, name: &str) -> usize {
    let wanted = lane(run, name);
    let poll = |kind: &EventKind| *kind == EventKind::Poll { lane: wanted };
    run.events.iter().filter(|event| poll(&event.kind)).count()
}

/// A branch that only borrows what it polls.
pub fn lent<F: Future>(name: &str, future: F) -> Probed<F> {
    let made = Made::Branch { of: 0, lent: true };
    probe::future(name.to_owned(), made, line!(), future, |_| None)
}

/// What a run tells, in words.
pub fn told(run: &Run) -> Vec<String> {
    let steps = timeline::steps::steps(run);
    steps.into_iter().map(|step| step.text).collect()
}

/// Whether a sentence has this part.
pub fn has(run: &Run, part: &str) {
    let told = told(run);
    assert!(told.iter().any(|text| text.contains(part)), "{told:#?}");
}

/// The lines that a lane prints, in order.
pub fn prints(run: &Run, name: &str) -> Vec<String> {
    let wanted = lane(run, name);
    let printed = run.events.iter().filter_map(|event| match &event.kind {
        EventKind::Out { lane, text, .. } if *lane == wanted => {
            Some(text.clone())
        }
        _ => None,
    });
    printed.collect()
}

/// Has a test run in a process of its own, as a recorded program does: a
/// thread that another test starts would be taken for one of the program.
#[macro_export]
macro_rules! alone {
    ($(#[$note:meta])* fn $name:ident() $body:block) => {
        #[test]
        $(#[$note])*
        fn $name() {
            if $crate::kit::is_alone(stringify!($name)) $body
        }
    };
}

/// Whether this is that process; if not, one is started, and must succeed.
pub fn is_alone(test: &str) -> bool {
    const ALONE: &str = "RECORDED_ALONE";
    if std::env::var_os(ALONE).is_some() {
        return true;
    }
    let own = std::env::current_exe().unwrap();
    let mut command = std::process::Command::new(own);
    command
        .args([test, "--exact", "--test-threads=1", "--nocapture"])
        .env(ALONE, "1");
    let output = command.output().unwrap();
    let said = String::from_utf8_lossy(&output.stdout);
    let complained = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{said}\n{complained}");
    false
}
