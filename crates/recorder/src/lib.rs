//! Records a run of an async program from Tokio's own instrumentation.
//!
//! Where that gives the program's real course, it runs on a **paused clock**:
//! its `main` is a task of a current-thread runtime with a fixed seed, and the
//! same source gives the same recording. A program with threads, blocking
//! calls, sockets, files, processes or signals runs on the **real clock**, on
//! a runtime of the kind that it asks for ([`Program::workers`]): its text may
//! say so ([`Program::needs`]), or what happens on the paused clock
//! ([`Recorded::NeedsRealClock`]). `log` says what the order of events of
//! several threads means.
//!
//! What Tokio does not tell (futures that are no tasks, values, printed lines)
//! comes from probes in a copy of the source; see `probes`.
//!
//! Needs `--cfg tokio_unstable` and Tokio's feature `tracing`.

mod activity;
mod clocks;
mod frames;
mod lanes;
mod listen;
mod log;
mod needs;
mod note;
mod noted;
mod paused;
mod plain;
mod probed;
mod raw;
mod real;
mod replay;
mod seen;
mod stand;
mod unhooked;
mod usage;
mod watch;
mod window;

use std::fmt::Debug;
use std::future::Future;
use std::panic::{self, Location};
use std::path::Path;
use std::sync::{Arc, Once};
use std::time::Duration;
use std::{io, thread};

use log::{Shared, Stopped};
use noted::Noted;

use timeline::{Clock, NeedKind, Note, Outcome, Run};

/// The seed of every recording.
pub const SEED: &str = "book";

/// What the recorder is told about the program.
pub struct Program<'a> {
    /// The path of the copy, as the compiler was given it.
    pub file: &'a str,
    /// Variables by the line on which they get their value.
    pub names: &'a [(u32, &'a str)],
    /// It is the check of an exercise: what is the check's own is left out.
    pub check: bool,
    /// What in its text needs the real clock, and at which line.
    pub needs: &'a [(NeedKind, u32)],
    /// How many workers its runtime has, on the real clock; 0: as many as
    /// Tokio chooses. Nothing: it runs on the thread of `main`.
    pub workers: Option<usize>,
    /// Its runtime's clock is paused at the start.
    pub starts_paused: bool,
    /// It pauses, resumes or moves the clock itself.
    pub own_clock: bool,
    /// Its runtime's name.
    pub runtime: Option<&'a str>,
}

impl Program<'static> {
    /// A program without a file, on one thread.
    pub const PLAIN: Self = Self {
        file: "",
        names: &[],
        check: false,
        needs: &[],
        workers: None,
        starts_paused: false,
        own_clock: false,
        runtime: None,
    };
}

/// What came of a recording.
#[expect(clippy::large_enum_variant, reason = "a program makes one of it")]
pub enum Recorded {
    Run(Run),
    /// On the paused clock the program does not go as it would: it is to be
    /// recorded on the real one, in a process of its own, as this one may
    /// still have its threads.
    NeedsRealClock(Vec<(NeedKind, u32)>),
}

/// What a `main` may return.
pub trait Finished {
    /// The error, in words.
    fn error(&self) -> Option<String>;
}

impl Finished for () {
    fn error(&self) -> Option<String> {
        None
    }
}

impl<T, E: Debug> Finished for Result<T, E> {
    fn error(&self) -> Option<String> {
        self.as_ref().err().map(|error| format!("{error:?}"))
    }
}

pub use probes::{Main, Start};

/// A program, ready to be run.
pub fn boxed<F>(main: F) -> Main
where
    F: Future + 'static,
    F::Output: Finished,
{
    Box::pin(async move { main.await.error() })
}

/// Runs `main` and records it.
///
/// # Errors
///
/// When the runtime cannot be built.
pub fn run<F>(program: &Program<'_>, main: F) -> io::Result<Run>
where
    F: Future + 'static,
    F::Output: Finished,
{
    let shared = Shared::of(program.file, None, false);
    let outcome = paused::play(&shared, program, boxed(main))?;
    Ok(read(program, shared.take(), outcome))
}

/// How far a program may go.
#[derive(Clone, Copy)]
pub struct Bounds {
    /// Real time without any observation.
    pub idle: Duration,
    /// Real time in all, on the paused clock.
    pub time: Duration,
    /// The same on the real clock.
    pub real_time: Duration,
    /// Observations, of which a poll or a wait makes several. Of a longer run
    /// the beginning and the last part are kept; a check is stopped.
    pub observations: usize,
}

/// Runs `main` on a thread of its own and records it for as long as it keeps
/// within the bounds. A program that does not is left behind: its thread
/// stands still, or runs on until the process ends. `needs`: what was found to
/// need the real clock, besides what the program's text has.
///
/// # Errors
///
/// When the runtime or the thread cannot be made.
pub fn bounded(
    program: &'static Program<'static>,
    needs: &[(NeedKind, u32)],
    bounds: Bounds,
    start: Start,
) -> io::Result<Recorded> {
    let needs = [program.needs, needs].concat();
    let real = !needs.is_empty() && !program.check;
    let shared =
        Shared::of(program.file, Some(bounds.observations), program.check);
    note::everywhere(Some(&shared));
    let own = Arc::clone(&shared);
    // A program may ask for the name of its thread.
    let player = thread::Builder::new().name("main".to_owned());
    let player = player.stack_size(STACK).spawn(move || {
        let outcome = match (start, real) {
            (Start::Async(main), true) => real::play(&own, program, main),
            (Start::Async(main), false) => paused::play(&own, program, main()),
            (Start::Plain(main), _) => plain::play(&own, real, main),
        };
        own.stop(Stopped::Ended);
        outcome
    })?;
    let stopped = match real {
        true => shared.wait_real(bounds.idle, bounds.real_time),
        false => shared.wait(bounds.idle, bounds.time),
    };
    if let Stopped::By(how) = stopped {
        shared.ended_by(how);
    }
    let outcome = match stopped {
        Stopped::Ended => match player.join() {
            Ok(outcome) => outcome?,
            // Not the program's: its panics are caught.
            Err(panic) => panic::resume_unwind(panic),
        },
        Stopped::Flood => Outcome::Flood,
        Stopped::By(Stop::Exit) => Outcome::Error,
        Stopped::By(Stop::Abort) => Outcome::Panic,
        Stopped::Hung => Outcome::Hung,
        Stopped::Waits => Outcome::Waiting,
        Stopped::Stuck => Outcome::Deadlock,
    };
    note::everywhere(None);
    let mut noted = shared.take();
    let polls = |raw: &raw::Raw| match raw.what {
        raw::What::PollStart { .. } => Some(true),
        raw::What::PollEnd => Some(false),
        _ => None,
    };
    // Nobody holds the thread: whoever blocks on a future waits for it.
    let outcome = match (start, outcome) {
        (Start::Plain(_), Outcome::Hung)
            if noted.raw.iter().rev().find_map(polls) == Some(false) =>
        {
            noted.end += 1;
            Outcome::Deadlock
        }
        _ => outcome,
    };
    if matches!(outcome, Outcome::Hung | Outcome::Waiting) {
        noted.ask_where_threads_stand();
    }
    if !real && !program.check {
        let found = needs::find(program, &noted, outcome);
        if !found.is_empty() {
            return Ok(Recorded::NeedsRealClock(found));
        }
    }
    let mut run = read(program, noted, outcome);
    if program.own_clock {
        run.notes.push(Note::OwnClock);
    }
    if real {
        needs::tell(&mut run, &needs);
    }
    Ok(Recorded::Run(run))
}

/// As much as the main thread of a program has.
const STACK: usize = 8 * 1024 * 1024;

pub use log::Stop;
pub use note::{stops, too_much};
pub use probes as probe;

/// Makes the run out of what was noted.
fn read(program: &Program<'_>, mut noted: Noted, outcome: Outcome) -> Run {
    let outcome = match outcome {
        // The panic with which a check tells its verdict is not the program's.
        Outcome::Panic => noted.over.unwrap_or(outcome),
        Outcome::Deadlock if noted.clock == Clock::Virtual => {
            noted.raw.retain(|raw| raw.t < noted.end);
            noted.end = noted.raw.last().map_or(0, |raw| raw.t);
            outcome
        }
        _ => outcome,
    };
    replay::replay(program, &noted, outcome)
}

/// Has threads that a program starts tell what they do in the simulated
/// services. To be called once, before the first program.
pub fn listen_everywhere() {
    // It can be set only once; whoever was first listens, too.
    let _ = tracing::subscriber::set_global_default(listen::Listener);
}

/// Has panics noted on threads that record; elsewhere nothing changes. The
/// hook belongs to the process, so it is set once.
fn note_panics() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        let before = panic::take_hook();
        panic::set_hook(Box::new(move |info| {
            let Some(file) = note::file() else {
                return before(info);
            };
            // The line of another file would be taken for one of this.
            let here =
                |at: &&Location<'_>| Path::new(at.file()).ends_with(&file);
            let line = info.location().filter(here).map_or(0, Location::line);
            let payload = info.payload();
            let text = payload.downcast_ref::<&str>().copied();
            let owned = payload.downcast_ref::<String>().map(String::as_str);
            let message = text.or(owned).unwrap_or("a panic").to_owned();
            note::note_panic(message, line);
        }));
    });
}
