//! Runs copies of the examples and of answers to exercises under the recorder.
//! `record` builds it, with the copies, and reads one line of JSON per program
//! from the file that `HARNESS_OUT` names: what a program prints goes elsewhere.

mod again;
mod ends;
mod leash;
mod memory;

use std::convert::Infallible;
use std::fs::File;
use std::io::{self, Write};
use std::time::Duration;

use recorder::{Bounds, Recorded};
use timeline::NeedKind;

/// A copy of an example with one value of its knob, or a check of an exercise.
pub struct Staged {
    pub name: &'static str,
    /// What was found to need the real clock.
    pub run: fn(&[(NeedKind, u32)]) -> io::Result<Recorded>,
}

#[global_allocator]
static MEMORY: memory::Counted = memory::Counted;

/// How far the next program may go.
pub fn bounds() -> Bounds {
    memory::count_from_here();
    Bounds {
        idle: Duration::from_secs(2),
        time: Duration::from_secs(6),
        real_time: Duration::from_secs(8),
        observations: 20_000,
    }
}

/// The same for an answer that is committed: however busy the machine is, it
/// is recorded to the same point.
pub fn patient() -> Bounds {
    Bounds {
        time: Duration::from_secs(120),
        ..bounds()
    }
}

/// Runs the programs that the command line names, or all of them.
///
/// # Errors
///
/// When a program cannot be run, or its run cannot be written.
pub fn main(programs: &[Staged]) -> io::Result<Infallible> {
    let names: Vec<String> = std::env::args().skip(1).collect();
    let out = std::env::var_os("HARNESS_OUT").ok_or_else(|| {
        io::Error::other(
            "HARNESS_OUT names no file: `record` starts the harness",
        )
    })?;
    let mut out = File::create(out)?;
    // A check's own watchdog would end the process, and the recording with it.
    // SAFETY: this is the only thread: the first other one is started below.
    unsafe { std::env::set_var("LAB_WATCHDOG_MS", "86400000") };
    leash::hold();
    ends::catch();
    recorder::listen_everywhere();
    let needs = again::needs()?;
    for staged in programs {
        let chosen = names.iter().any(|name| name == staged.name);
        if names.is_empty() || chosen {
            let run = match (staged.run)(&needs)? {
                Recorded::Run(run) => run,
                Recorded::NeedsRealClock(needs) => {
                    return Err(again::start(staged.name, &needs)?);
                }
            };
            let json = serde_json::to_string(&run)?;
            writeln!(out, "{} {json}", staged.name)?;
        }
    }
    // What a program has left behind ends with the process, whatever it does.
    ends::leave()
}
