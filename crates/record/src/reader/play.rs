//! Runs what was built, and reads its run.

use std::fs;
use std::path::Path;
use std::time::Duration;

use anyhow::Result;
use bounded_process::Limits;
use timeline::{End, Event, EventKind, Lane, LaneKind, Made, Outcome, Run};

use super::build::Staged;
use crate::harness;

/// The run of the program, or of a test and its name: of several the first
/// that fails, or the first.
pub fn play(target: &Path, staged: &[Staged]) -> Result<(Option<String>, Run)> {
    let mut first = None;
    for one in staged {
        let run = play_one(target, &one.name)?;
        let found = (one.test.then(|| one.name.clone()), run);
        if found.1.outcome != Outcome::Ok || staged.len() == 1 {
            return Ok(found);
        }
        first.get_or_insert(found);
    }
    first.ok_or_else(|| anyhow::anyhow!("there is nothing to run"))
}

/// Two seconds for the program, and time to look the call stacks up. The rest
/// is what a run and a check may take.
fn limits() -> Limits {
    Limits {
        time: Duration::from_secs(20),
        ..Limits::default()
    }
    .with(|most| most.address_space = harness::ADDRESS_SPACE)
}

fn play_one(target: &Path, name: &str) -> Result<Run> {
    let out = target.join(format!("reader/out-{}.txt", std::process::id()));
    let played =
        harness::play_program(&program(target), &[name], &out, &limits());
    let text = fs::read_to_string(&out).unwrap_or_default();
    let _ = fs::remove_file(&out);
    let run = harness::read(&text)?.pop().map(|(_, run)| run);
    // It took the whole process with it, and its recording.
    Ok(run.unwrap_or_else(|| match played {
        Ok(()) => lost("it ended the process".to_owned()),
        Err(error) => lost(format!("{error:#}")),
    }))
}

/// All that is known of a run: that it was ended from outside.
fn lost(message: String) -> Run {
    Run {
        outcome: Outcome::Panic,
        lanes: vec![Lane {
            name: "main".to_owned(),
            kind: LaneKind::Task,
            parent: None,
            site: None,
            made: Made::Call,
        }],
        events: vec![Event::new(
            0,
            EventKind::End {
                lane: 0,
                how: End::Panic,
                message: Some(message),
                site: None,
            },
        )],
        ..Run::default()
    }
}

/// The program that was built.
pub fn program(target: &Path) -> std::path::PathBuf {
    target.join(format!("reader/program{}", std::env::consts::EXE_SUFFIX))
}
