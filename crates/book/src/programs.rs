//! The programs that the server has started. They run on blocking threads and
//! end with the server.

use std::process::Command;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};
use bounded_process::{
    Bounds, Cancel, Collected, EndAll, Limits, Outcome, Sink,
};

/// How long the end of the server waits for theirs.
const PATIENCE: Duration = Duration::from_millis(1500);

#[derive(Clone, Debug, Default)]
pub struct Programs {
    closed: Cancel,
    alive: Arc<AtomicUsize>,
}

impl Programs {
    /// For one of them: the end of the server ends it too.
    pub fn cancel(&self) -> Cancel {
        self.closed.child()
    }

    /// Does what takes as long as a program does, on a blocking thread.
    /// Dropping the future cancels it.
    pub async fn run<T: Send + 'static>(
        &self,
        cancel: &Cancel,
        job: impl FnOnce(&Cancel) -> Result<T> + Send + 'static,
    ) -> Result<T> {
        let _end = CancelOnDrop(cancel.clone());
        let place = Place::new(&self.alive);
        let cancel = cancel.clone();
        let done = tokio::task::spawn_blocking(move || {
            let _place = place;
            if cancel.is_cancelled() {
                bail!("the server is ending");
            }
            job(&cancel)
        });
        done.await.context("the server has failed")?
    }

    /// Runs a program of ours, after all else, and keeps what it prints.
    /// Verdicts come first.
    pub async fn collect(
        &self,
        command: Command,
        time: Duration,
    ) -> Result<(Outcome, Collected)> {
        let job = move |cancel: &Cancel| {
            let mut printed = Collected::default();
            let limits = Limits::of_a_build(time);
            let bounds = Bounds {
                gently: true,
                ..Bounds::new(&limits, cancel)
            };
            let outcome = run(command, bounds, &mut printed)?;
            Ok((outcome, printed))
        };
        self.run(&self.cancel(), job).await
    }

    /// Ends all of them, and waits until nothing is left of them. None is
    /// started from now on.
    pub async fn close(&self) {
        self.closed.cancel();
        let begun = Instant::now();
        while self.alive.load(Ordering::Relaxed) > 0
            && begun.elapsed() < PATIENCE
        {
            tokio::time::sleep(Duration::from_millis(2)).await;
        }
    }
}

/// Runs a program to its end; then nothing is left that it has started,
/// wherever that went.
pub fn run(
    command: Command,
    bounds: Bounds,
    sink: &mut dyn Sink,
) -> Result<Outcome> {
    let all = EndAll::default();
    let bounds = Bounds {
        tag: Some(&all.0),
        ..bounds
    };
    bounded_process::run(command, &bounds, sink)
}

struct CancelOnDrop(Cancel);

impl Drop for CancelOnDrop {
    fn drop(&mut self) {
        self.0.cancel();
    }
}

/// Counts while it is there.
struct Place(Arc<AtomicUsize>);

impl Place {
    fn new(alive: &Arc<AtomicUsize>) -> Self {
        alive.fetch_add(1, Ordering::Relaxed);
        Self(Arc::clone(alive))
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::Relaxed);
    }
}
