//! Runs one program to its end, within limits.

use std::process::Command;
use std::time::Duration;

use anyhow::{Result, bail};
use bounded_process::{Bounds, Cancel, Collected, End, EndAll, Limits};

/// What a program of the book may take. Who runs longer hangs.
fn limits() -> Limits {
    Limits {
        time: Duration::from_secs(30),
        output: 16 << 20,
        lines: usize::MAX,
        ..Limits::default()
    }
}

pub struct Printed {
    pub out: String,
    pub err: String,
    /// By itself, or by a signal that it sent itself.
    pub end: End,
}

/// Both streams, each for itself.
pub fn apart(command: Command) -> Result<Printed> {
    run(command, false)
}

/// Both streams in one, as on a terminal.
pub fn together(command: Command) -> Result<String> {
    run(command, true).map(|printed| printed.out)
}

fn run(command: Command, together: bool) -> Result<Printed> {
    let (all, cancel, limits) =
        (EndAll::default(), Cancel::default(), limits());
    let bounds = Bounds {
        tag: Some(&all.0),
        together,
        ..Bounds::new(&limits, &cancel)
    };
    let mut printed = Collected::default();
    let outcome = bounded_process::run(command, &bounds, &mut printed)?;
    if let End::Limit(limit) = outcome.end {
        bail!("{}", limit.words("it"));
    }
    Ok(Printed {
        out: printed.stdout(),
        err: printed.stderr(),
        end: outcome.end,
    })
}
