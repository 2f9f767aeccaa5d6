//! Records a run of an async program from Tokio's own instrumentation.
//!
//! The program's `main` runs as a task of a current-thread runtime with a
//! paused clock and a fixed seed, so that the same source gives the same
//! recording. What Tokio does not tell (futures that are no tasks, values,
//! printed lines) comes from probes in a copy of the source; see [`probe`].
//!
//! Needs `--cfg tokio_unstable` and Tokio's feature `tracing`.

mod frames;
mod lanes;
mod listen;
pub mod probe;
mod raw;
mod replay;

use std::fmt::Debug;
use std::future::Future;
use std::panic;
use std::sync::Once;
use std::time::Duration;

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

/// Runs `main` and records it.
///
/// # Errors
///
/// When the runtime cannot be built.
pub fn run<F>(program: &Program<'_>, main: F) -> std::io::Result<Run>
where
    F: Future + 'static,
    F::Output: Finished,
{
    note_panics();
    tracing::subscriber::with_default(listen::Listener, || {
        even_ids()?;
        listen::reset();
        let mut builder = Builder::new_current_thread();
        listen::hooks(&mut builder);
        let runtime = builder
            .enable_all()
            .start_paused(true)
            .rng_seed(RngSeed::from_bytes(SEED.as_bytes()))
            .build_local(LocalOptions::default())?;
        let outcome = runtime.block_on(async {
            raw::start(Instant::now());
            let main = tokio::task::spawn_local(async {
                let output = main.await;
                raw::main_done(output.error());
                output
            });
            outcome(tokio::time::timeout(DEADLOCK, main).await)
        });
        {
            let _entered = runtime.enter();
            raw::end(Instant::now());
        }
        drop(runtime);
        let (mut raw, mut end) = raw::stop();
        if outcome == Outcome::Deadlock {
            raw.retain(|raw| raw.t < end);
            end = raw.last().map_or(0, |raw| raw.t);
        }
        Ok(replay::replay(program, &raw, end, outcome))
    })
}

/// Tokio drops the tasks that are left in an order that hangs on their
/// numbers: it keeps them in four lists, by the number, and numbers count on
/// through a process. So each recording begins with a multiple of four.
///
/// To be called where the listener listens: tracing asks the thread that first
/// comes to a place whether anybody wants to hear of it, and keeps the answer
/// for all threads.
fn even_ids() -> std::io::Result<()> {
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
            if !raw::recording() {
                return before(info);
            }
            let line = info.location().map_or(0, panic::Location::line);
            let payload = info.payload();
            let text = payload.downcast_ref::<&str>().copied();
            let owned = payload.downcast_ref::<String>().map(String::as_str);
            let message = text.or(owned).unwrap_or("a panic").to_owned();
            raw::note(raw::What::Panicked { message, line });
        }));
    });
}

fn outcome<T: Finished>(
    ended: Result<Result<T, JoinError>, Elapsed>,
) -> Outcome {
    match ended {
        Ok(Ok(output)) if output.error().is_some() => Outcome::Error,
        Ok(Ok(_)) => Outcome::Ok,
        Ok(Err(_)) => Outcome::Panic,
        Err(_) => Outcome::Deadlock,
    }
}
