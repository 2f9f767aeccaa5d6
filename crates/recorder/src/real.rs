//! Runs a program on the machine's clock, on a runtime of the kind that it asks
//! for. Its `main` is what the runtime blocks on, as in the plain program.

use std::future::Future;
use std::io;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};

use probes::{Made, Probed};
use timeline::Outcome;
use tokio::runtime::{Builder, RngSeed};

use crate::log::Shared;
use crate::note::note;
use crate::raw::{TaskId, What};
use crate::{
    Main, Program, SEED, listen, listen_everywhere, note_panics, probed, seen,
};

/// Tokio's own numbers begin at 1.
const MAIN: TaskId = 0;

pub(crate) fn play(
    shared: &Arc<Shared>,
    program: &Program<'_>,
    main: fn() -> Main,
) -> io::Result<Outcome> {
    note_panics();
    probed::listen();
    listen_everywhere();
    crate::note::here(shared);
    shared.lock().activity.count_threads();
    let mut builder = match program.workers {
        None => Builder::new_current_thread(),
        Some(_) => Builder::new_multi_thread(),
    };
    if let Some(some @ 1..) = program.workers {
        builder.worker_threads(some);
    }
    if let Some(name) = program.runtime {
        builder.name(name);
    }
    // Only a runtime of one thread can be.
    builder.start_paused(program.starts_paused && program.workers.is_none());
    listen::hooks(&mut builder);
    let (log, ended) = (Arc::clone(shared), Arc::clone(shared));
    let runtime = builder
        .enable_all()
        .rng_seed(RngSeed::from_bytes(SEED.as_bytes()))
        .on_thread_start(move || {
            crate::note::here(&log);
            log.lock().activity.own_thread(true);
            seen::is_of_the_runtime();
        })
        .on_thread_stop(move || ended.lock().activity.own_thread(false))
        .build()?;
    let outcome = catch_unwind(AssertUnwindSafe(|| {
        runtime.block_on(async {
            crate::note::start_real();
            BlockedOn::new(main()).await
        })
    }));
    // As at the end of a plain program: it waits for closures that run on the
    // blocking pool, and for nothing else.
    drop(runtime);
    crate::note::end_real();
    Ok(match outcome {
        Ok(None) => Outcome::Ok,
        Ok(Some(_)) => Outcome::Error,
        Err(_) => Outcome::Panic,
    })
}

/// `main`, which no hook tells of.
struct BlockedOn(Pin<Box<Probed<Main>>>);

impl BlockedOn {
    fn new(main: Main) -> Self {
        note(What::Spawned { task: MAIN });
        let name = "main".to_owned();
        let main = probes::future(name, Made::Call, 0, main, Option::clone);
        Self(Box::pin(main))
    }
}

impl Future for BlockedOn {
    type Output = Option<String>;

    fn poll(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
    ) -> Poll<Self::Output> {
        note(What::PollStart { task: MAIN });
        let main = self.0.as_mut();
        let polled = catch_unwind(AssertUnwindSafe(|| main.poll(cx)));
        match &polled {
            Ok(Poll::Pending) => {}
            Ok(Poll::Ready(error)) => note(What::MainDone {
                error: error.clone(),
            }),
            Err(_) => note(What::Terminated { task: MAIN }),
        }
        note(What::PollEnd);
        polled.unwrap_or_else(|panic| resume_unwind(panic))
    }
}
