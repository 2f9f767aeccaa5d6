//! Runs an example for a page: builds it, starts it in a process group of its
//! own, streams its lines, and ends it within its limits.

pub mod build;
mod ending;
pub mod examples;
pub mod group;
pub mod lines;
mod one;
mod overuse;
pub mod scratch;

use std::collections::HashMap;
use std::path::Path;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use checker::Diagnostic;
use serde::Serialize;
use tokio::sync::{Semaphore, mpsc, watch};
use tokio::time::Instant;

use self::group::Groups;
use self::one::One;
use self::scratch::Workshop;
use crate::seed::Targets;

/// What a run may take.
#[derive(Clone, Debug)]
pub struct Limits {
    /// From the start of the program, after the build.
    pub time: Duration,
    /// For the build: a first one compiles Tokio.
    pub build_time: Duration,
    pub bytes: usize,
    pub lines: usize,
    /// Bytes of memory that are really used.
    pub memory: u64,
    /// How many processes a program may be.
    pub processes: usize,
    /// How many runs at the same time.
    pub runs: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Limits {
            time: Duration::from_secs(10),
            build_time: Duration::from_secs(180),
            bytes: 256 * 1024,
            lines: 2000,
            memory: 1 << 30,
            processes: 64,
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

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Why {
    Exit,
    Stopped,
    Timeout,
    OutputLimit,
    /// It took more memory than it may.
    Memory,
    /// It was more processes than it may.
    Processes,
    /// It wrote a file that is longer than it may be.
    FileLimit,
    BuildFailed,
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
        why: Why,
        ms: u64,
    },
}

/// What a page may run: an example by its name, which was looked up.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum What {
    Example(String),
    /// The reader's copy of it.
    Scratch(String),
}

impl What {
    fn name(&self) -> &str {
        let (What::Example(name) | What::Scratch(name)) = self;
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
    groups: Groups,
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
        groups: Groups,
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
            groups,
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
        what: What,
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
        // Unbounded, but what goes through is bounded by the output limit.
        let (page, events) = mpsc::unbounded_channel();
        let one = One {
            runs: self.clone(),
            page,
            stopped,
        };
        tokio::spawn(async move {
            one.send(RunEvent::Started { run });
            let began = Instant::now();
            let (code, why) = one.whole(&what).await;
            let ms = began.elapsed().as_millis() as u64;
            // The place is free before the page hears that it is.
            one.runs.lock().remove(&run);
            one.send(RunEvent::Ended { code, why, ms });
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
