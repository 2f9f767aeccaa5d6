//! A program that builds its runtimes itself.
//!
//! Its `main` is a plain function, told as one lane: what the thread blocks on
//! is polled as a part of it, and what stands between is a part of the poll
//! that goes on.

use std::cell::Cell;
use std::io;
use std::panic::{self, AssertUnwindSafe};
use std::sync::{Arc, Mutex, PoisonError};

use probes::Note;
use timeline::Outcome;
use tokio::runtime::{Builder, RngSeed};

use crate::log::Shared;
use crate::note::{self, note, note_here};
use crate::paused::even_ids;
use crate::raw::{SpanId, Spawn, TaskId, WakerOp, What};
use crate::{SEED, listen, listen_everywhere, seen};

/// Tokio's own numbers begin at 1.
const MAIN: TaskId = 0;
const MAIN_SPAN: SpanId = SpanId::MAX;

thread_local! {
    /// This thread runs a plain `main`: it is on its way, or waits.
    static MAIN_RUNS: Cell<Option<bool>> = const { Cell::new(None) };
}

/// The program for which runtimes are built, and whether on the real clock.
static PLAYED: Mutex<Option<(Arc<Shared>, bool)>> = Mutex::new(None);

pub(crate) fn play(
    shared: &Arc<Shared>,
    real: bool,
    main: fn() -> Option<String>,
) -> io::Result<Outcome> {
    crate::note_panics();
    crate::probed::listen();
    let played = || {
        even_ids()?;
        listen::reset();
        note::here(shared);
        shared.lock().activity.count_threads();
        *PLAYED.lock().unwrap_or_else(PoisonError::into_inner) =
            Some((Arc::clone(shared), real));
        match real {
            true => note::start_real(),
            false => note::start_own(),
        }
        Ok(run(main))
    };
    match real {
        true => {
            listen_everywhere();
            played()
        }
        false => tracing::subscriber::with_default(listen::Listener, played),
    }
}

fn run(main: fn() -> Option<String>) -> Outcome {
    note(What::Spawned { task: MAIN });
    note(What::TaskSpan {
        span: MAIN_SPAN,
        task: MAIN,
        kind: Spawn::Task,
    });
    note(What::PollStart { task: MAIN });
    MAIN_RUNS.set(Some(true));
    let ended = panic::catch_unwind(AssertUnwindSafe(main));
    MAIN_RUNS.set(None);
    let outcome = match ended {
        Ok(error) => {
            let fails = error.is_some();
            note::main_done(error);
            if fails { Outcome::Error } else { Outcome::Ok }
        }
        Err(_) => {
            note(What::Terminated { task: MAIN });
            Outcome::Panic
        }
    };
    note::end_real();
    outcome
}

/// What the thread of `main` blocks on is polled, or waits, or is woken.
pub(crate) fn root(told: &Note) {
    let (op, task_span, resource) = (WakerOp::Wake, MAIN_SPAN, None);
    match (told, MAIN_RUNS.get()) {
        (Note::RootPoll, Some(false)) => {
            MAIN_RUNS.set(Some(true));
            note(What::PollStart { task: MAIN });
        }
        (Note::RootPending, Some(true)) => {
            MAIN_RUNS.set(Some(false));
            note(What::PollEnd);
        }
        (Note::RootWake, _) => note_here(What::Waker {
            op,
            task_span,
            resource,
        }),
        _ => {}
    }
}

/// The program builds a runtime.
pub(crate) fn built(builder: &mut Builder, multi_thread: bool) {
    let played = PLAYED.lock().unwrap_or_else(PoisonError::into_inner);
    // Beside a `main` of which Tokio's macro builds the runtime, it is another.
    let Some((shared, real)) = played.clone() else {
        return;
    };
    listen::hooks(builder);
    builder.rng_seed(RngSeed::from_bytes(SEED.as_bytes()));
    let (started, ended) = (Arc::clone(&shared), shared);
    builder.on_thread_start(move || {
        if real {
            note::here(&started);
        }
        started.lock().activity.own_thread(true);
        seen::is_of_the_runtime();
    });
    builder.on_thread_stop(move || ended.lock().activity.own_thread(false));
    if !multi_thread && !real {
        builder.start_paused(true);
    }
}
