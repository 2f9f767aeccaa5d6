//! Records a run of an async program from Tokio's own instrumentation.
//!
//! The program's `main` runs as a task of a current-thread runtime with a
//! paused clock and a fixed seed, so that the same source gives the same
//! recording. What Tokio does not tell (futures that are no tasks, values,
//! printed lines) comes from probes in a copy of the source; see `probes`.
//!
//! Needs `--cfg tokio_unstable` and Tokio's feature `tracing`.

mod frames;
mod lanes;
mod listen;
mod log;
mod probed;
mod raw;
mod replay;

use std::fmt::Debug;
use std::future::Future;
use std::panic::{self, Location};
use std::path::Path;
use std::pin::Pin;
use std::sync::{Arc, Once};
use std::time::Duration;
use std::{io, thread};

use log::{Shared, Stopped};

use timeline::{Outcome, Run};
use tokio::runtime::{Builder, LocalOptions, RngSeed};
use tokio::task::JoinError;
use tokio::time::{Instant, error::Elapsed};

/// The seed of every recording.
pub const SEED: &str = "book";

/// A program that is still waiting after a day of virtual time waits for
/// something that cannot happen.
const DEADLOCK: Duration = Duration::from_secs(24 * 60 * 60);

/// What the recorder is told about the program.
pub struct Program<'a> {
    /// The path of the copy, as the compiler was given it.
    pub file: &'a str,
    /// Variables by the line on which they get their value.
    pub names: &'a [(u32, &'a str)],
    /// It is the check of an exercise: what is the check's own is left out.
    pub check: bool,
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

/// A program, and the error that it ends with. Boxed, so that what runs it is
/// compiled once, and not for each program.
pub type Main = Pin<Box<dyn Future<Output = Option<String>>>>;

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
    let shared = Shared::of(program.file, None);
    let outcome = play(&shared, program.check, boxed(main))?;
    Ok(read(program, &shared, outcome))
}

/// How far a program may go.
#[derive(Clone, Copy)]
pub struct Bounds {
    /// Real time without any observation.
    pub idle: Duration,
    /// Real time in all.
    pub time: Duration,
    /// Observations, of which a poll or a wait makes several.
    pub observations: usize,
}

/// Runs `main` on a thread of its own and records it for as long as it keeps
/// within the bounds. A program that does not is left behind: its thread
/// stands still, or runs on until the process ends.
///
/// # Errors
///
/// When the runtime or the thread cannot be made.
pub fn bounded(
    program: &'static Program<'static>,
    bounds: Bounds,
    main: fn() -> Main,
) -> io::Result<Run> {
    let shared = Shared::of(program.file, Some(bounds.observations));
    log::everywhere(Some(&shared));
    let own = Arc::clone(&shared);
    let player = thread::Builder::new().stack_size(STACK).spawn(move || {
        let outcome = play(&own, program.check, main());
        own.stop(Stopped::Ended);
        outcome
    })?;
    let stopped = shared.wait(bounds.idle, bounds.time);
    if let Some(Stopped::By(how)) = stopped {
        shared.ended_by(how);
    }
    let outcome = match stopped {
        Some(Stopped::Ended) => match player.join() {
            Ok(outcome) => outcome?,
            // Not the program's: its panics are caught.
            Err(panic) => panic::resume_unwind(panic),
        },
        Some(Stopped::Flood) => Outcome::Flood,
        Some(Stopped::By(Stop::Exit)) => Outcome::Error,
        Some(Stopped::By(Stop::Abort)) => Outcome::Panic,
        None => Outcome::Hung,
    };
    log::everywhere(None);
    Ok(read(program, &shared, outcome))
}

/// As much as the main thread of a program has.
const STACK: usize = 8 * 1024 * 1024;

pub use log::{Stop, stops, too_much};
pub use probes as probe;

fn play(shared: &Arc<Shared>, check: bool, main: Main) -> io::Result<Outcome> {
    note_panics();
    probed::listen();
    tracing::subscriber::with_default(listen::Listener, || {
        even_ids()?;
        listen::reset();
        log::here(shared);
        let mut builder = Builder::new_current_thread();
        listen::hooks(&mut builder);
        let runtime = builder
            .enable_all()
            .start_paused(true)
            .rng_seed(RngSeed::from_bytes(SEED.as_bytes()))
            .build_local(LocalOptions::default())?;
        let outcome = runtime.block_on(async {
            log::start(Instant::now());
            let main = tokio::task::spawn_local(async {
                let error = main.await;
                log::main_done(error.clone());
                error
            });
            outcome(tokio::time::timeout(DEADLOCK, main).await)
        });
        {
            let _entered = runtime.enter();
            log::end(Instant::now(), check);
        }
        drop(runtime);
        Ok(outcome)
    })
}

/// Makes the run out of what was noted.
fn read(program: &Program<'_>, shared: &Shared, outcome: Outcome) -> Run {
    let (mut raw, mut end, over) = shared.take();
    let outcome = match outcome {
        // The panic with which a check tells its verdict is not the program's.
        Outcome::Panic => over.unwrap_or(outcome),
        Outcome::Deadlock => {
            raw.retain(|raw| raw.t < end);
            end = raw.last().map_or(0, |raw| raw.t);
            outcome
        }
        _ => outcome,
    };
    replay::replay(program, &raw, end, outcome)
}

/// Has threads that a program starts tell what they do in the simulated
/// services. To be called once, before the first program.
pub fn listen_everywhere() {
    // It can be set only once; whoever was first listens, too.
    let _ = tracing::subscriber::set_global_default(listen::Listener);
}

/// Tokio drops the tasks that are left in an order that hangs on their
/// numbers: it keeps them in four lists, by the number, and numbers count on
/// through a process. So each recording begins with a multiple of four.
///
/// To be called where the listener listens: tracing asks the thread that first
/// comes to a place whether anybody wants to hear of it, and keeps the answer
/// for all threads.
fn even_ids() -> io::Result<()> {
    let runtime = Builder::new_current_thread().build()?;
    let even = |id: String| {
        let id: u64 = id.parse().unwrap_or_default();
        id.is_multiple_of(4)
    };
    while !even(runtime.spawn(async {}).id().to_string()) {}
    Ok(())
}

/// Has panics noted on threads that record; elsewhere nothing changes. The
/// hook belongs to the process, so it is set once.
fn note_panics() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        let before = panic::take_hook();
        panic::set_hook(Box::new(move |info| {
            let Some(file) = log::file() else {
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
            log::note_panic(message, line);
        }));
    });
}

fn outcome(
    ended: Result<Result<Option<String>, JoinError>, Elapsed>,
) -> Outcome {
    match ended {
        Ok(Ok(Some(_))) => Outcome::Error,
        Ok(Ok(None)) => Outcome::Ok,
        Ok(Err(_)) => Outcome::Panic,
        Err(_) => Outcome::Deadlock,
    }
}
