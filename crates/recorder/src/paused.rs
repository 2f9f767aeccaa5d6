//! Runs a program on a paused clock: time stands still while code runs, and
//! jumps to the next timer.

use std::io;
use std::sync::Arc;
use std::time::Duration;

use timeline::Outcome;
use tokio::runtime::{Builder, LocalOptions, RngSeed};
use tokio::task::JoinError;
use tokio::time::{Instant, error::Elapsed};

use crate::log::Shared;
use crate::{Main, Program, SEED, listen, note, note_panics, probed, seen};

/// A program that is still waiting after a day of virtual time waits for
/// something that cannot happen.
const DEADLOCK: Duration = Duration::from_secs(24 * 60 * 60);

pub(crate) fn play(
    shared: &Arc<Shared>,
    program: &Program<'_>,
    main: Main,
) -> io::Result<Outcome> {
    note_panics();
    probed::listen();
    tracing::subscriber::with_default(listen::Listener, || {
        even_ids()?;
        listen::reset();
        note::here(shared);
        shared.lock().activity.count_threads();
        let (started, ended) = (Arc::clone(shared), Arc::clone(shared));
        let mut builder = Builder::new_current_thread();
        listen::hooks(&mut builder);
        if let Some(name) = program.runtime {
            builder.name(name);
        }
        let runtime = builder
            .enable_all()
            .on_thread_start(move || {
                started.lock().activity.own_thread(true);
                seen::is_of_the_runtime();
            })
            .on_thread_stop(move || ended.lock().activity.own_thread(false))
            .start_paused(program.starts_paused || !program.own_clock)
            .rng_seed(RngSeed::from_bytes(SEED.as_bytes()))
            .build_local(LocalOptions::default())?;
        let outcome = runtime.block_on(async {
            note::start();
            let main = tokio::task::spawn_local(async {
                let error = main.await;
                note::main_done(error.clone());
                error
            });
            outcome(tokio::time::timeout(DEADLOCK, main).await)
        });
        if outcome == Outcome::Deadlock {
            shared.lock().stands();
        }
        {
            let _entered = runtime.enter();
            note::end(Instant::now(), program.check);
        }
        drop(runtime);
        Ok(outcome)
    })
}

/// Tokio drops the tasks that are left in an order that hangs on their
/// numbers: it keeps them in four lists, by the number, and numbers count on
/// through a process. So each recording begins with a multiple of four.
///
/// To be called where the listener listens: tracing asks the thread that first
/// comes to a place whether anybody wants to hear of it, and keeps the answer
/// for all threads.
pub(crate) fn even_ids() -> io::Result<()> {
    let runtime = Builder::new_current_thread().build()?;
    let even = |id: String| {
        let id: u64 = id.parse().unwrap_or_default();
        id.is_multiple_of(4)
    };
    while !even(runtime.spawn(async {}).id().to_string()) {}
    Ok(())
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
