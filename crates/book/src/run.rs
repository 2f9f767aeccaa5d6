//! Runs an example for a page: builds it, streams its lines, and ends it within
//! its limits.

pub mod build;
pub mod examples;
mod page;
pub mod scratch;
mod task;

use std::collections::HashMap;
use std::path::Path;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use bounded_process::Limit;
use checker::Diagnostic;
use serde::Serialize;
use tokio::sync::{Semaphore, mpsc, watch};
use tokio::time::Instant;

use self::page::Page;
use self::scratch::Workshop;
use self::task::RunTask;
use crate::programs::Programs;
use crate::seed::Targets;

/// What a run may take.
#[derive(Clone, Debug)]
pub struct Limits {
    /// From the start of the program, after the build.
    pub program: bounded_process::Limits,
    /// For the build: a first one compiles Tokio.
    pub build_time: Duration,
    /// How many runs at the same time.
    pub runs: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Limits {
            program: bounded_process::Limits::default(),
            build_time: Duration::from_secs(180),
            runs: 4,
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Stream {
    Stdout,
    Stderr,
}

impl From<bounded_process::Stream> for Stream {
    fn from(stream: bounded_process::Stream) -> Self {
        match stream {
            bounded_process::Stream::Stdout => Stream::Stdout,
            bounded_process::Stream::Stderr => Stream::Stderr,
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum EndReason {
    Exit,
    Stopped,
    Timeout,
    OutputLimit,
    /// It took more memory than it may.
    Memory,
    /// It was more processes than it may.
    Processes,
    TooManyThreads,
    /// It wrote a file that is longer than it may be.
    FileLimit,
    /// Into all its files together.
    TooMuchWritten,
    BuildFailed,
}

/// The number is in the words that the page hears before.
impl From<Limit> for EndReason {
    fn from(limit: Limit) -> Self {
        match limit {
            Limit::Time(_) | Limit::Processor(_) => EndReason::Timeout,
            Limit::Output(_) | Limit::Lines(_) => EndReason::OutputLimit,
            Limit::Memory(_) | Limit::AddressSpace(_) => EndReason::Memory,
            Limit::File(_) => EndReason::FileLimit,
            Limit::Disk(_) => EndReason::TooMuchWritten,
            Limit::Processes(_) => EndReason::Processes,
            Limit::Threads(_) => EndReason::TooManyThreads,
        }
    }
}

/// One line of the stream that the page reads.
#[derive(Debug, Serialize)]
#[serde(tag = "kind", rename_all = "lowercase")]
pub enum RunEvent {
    Started {
        run: u64,
    },
    Building,
    Line {
        stream: Stream,
        text: String,
    },
    /// Of the reader's copy of an example.
    Diagnostic(Box<Diagnostic>),
    Ended {
        code: Option<i32>,
        why: EndReason,
        ms: u64,
    },
}

/// What a page may run: an example by its name, which was looked up.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RunTarget {
    Example(String),
    /// The reader's copy of it.
    Scratch(String),
}

impl RunTarget {
    fn name(&self) -> &str {
        let (RunTarget::Example(name) | RunTarget::Scratch(name)) = self;
        name
    }
}

/// The runs of one server.
#[derive(Clone)]
pub struct Runs {
    root: Arc<Path>,
    target: Arc<Path>,
    workshop: Arc<Workshop>,
    limits: Limits,
    programs: Programs,
    next: Arc<AtomicU64>,
    /// Cargo builds one thing at a time in a folder.
    cargo: Arc<Semaphore>,
    alive: Arc<Mutex<HashMap<u64, watch::Sender<bool>>>>,
}

impl Runs {
    pub fn new(
        root: &Path,
        home: &Path,
        targets: &Targets,
        limits: Limits,
        programs: Programs,
    ) -> Self {
        Runs {
            root: root.into(),
            target: targets.runs.as_path().into(),
            workshop: Arc::new(Workshop {
                root: root.to_path_buf(),
                home: home.to_path_buf(),
                target: targets.scratch.clone(),
                checks: targets.checks.clone(),
            }),
            limits,
            programs,
            next: Arc::new(AtomicU64::new(1)),
            cargo: Arc::new(Semaphore::new(1)),
            alive: Arc::default(),
        }
    }

    /// Starts a run, or says how many there are already.
    ///
    /// Dropping the receiver ends the run: that is what a closed page does.
    pub fn start(
        &self,
        target: RunTarget,
    ) -> Result<mpsc::UnboundedReceiver<RunEvent>, usize> {
        let run = self.next.fetch_add(1, Ordering::Relaxed);
        let (stop, stopped) = watch::channel(false);
        {
            let mut alive = self.lock();
            if alive.len() >= self.limits.runs {
                return Err(self.limits.runs);
            }
            alive.insert(run, stop);
        }
        let (page, events) = mpsc::unbounded_channel();
        let task = RunTask {
            runs: self.clone(),
            page: Page::new(page),
            stopped,
        };
        tokio::spawn(async move {
            let _ = task.page.send(RunEvent::Started { run });
            let began = Instant::now();
            let (code, why) = task.run(&target).await;
            let ms = began.elapsed().as_millis() as u64;
            // The place is free before the page hears that it is.
            task.runs.lock().remove(&run);
            let _ = task.page.send(RunEvent::Ended { code, why, ms });
        });
        Ok(events)
    }

    /// Stops a run; false if there is none of that number.
    pub fn stop(&self, run: u64) -> bool {
        self.lock()
            .get(&run)
            .is_some_and(|stop| stop.send(true).is_ok())
    }

    pub fn alive(&self) -> usize {
        self.lock().len()
    }

    fn lock(
        &self,
    ) -> std::sync::MutexGuard<'_, HashMap<u64, watch::Sender<bool>>> {
        self.alive.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
