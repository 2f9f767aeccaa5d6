//! Runs the reader's function so that it cannot hang the checks.
//!
//! Two guards. A limit of one virtual hour: on the paused clock a deadlock
//! lets time jump straight to it, in milliseconds of real time. And a thread
//! with a real clock, for code that blocks its thread or never lets time pass.

use std::io::Write;
use std::panic::{AssertUnwindSafe, resume_unwind};
use std::pin::{Pin, pin};
use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};
use std::sync::mpsc::{self, RecvTimeoutError, Sender};
use std::sync::{Arc, Mutex, PoisonError};
use std::task::Waker;
use std::time::Duration;
use std::{env, fs, future, process, thread};

use futures::FutureExt;
use tokio::time::{Instant, timeout};

use crate::chart::chart;
use crate::complaint::{give_up_with, words};
use crate::log::{Log, Watched};
use crate::panics;
use crate::told::{self, Over};

/// The exit code of a check that was ended by the watchdog.
pub const BLOCKED: i32 = 86;

const VIRTUAL_LIMIT: Duration = Duration::from_secs(3600);
/// Real time; `LAB_WATCHDOG_MS` overrides it. Checks need a few milliseconds.
const REAL_LIMIT: Duration = Duration::from_secs(3);
/// So often it is waited anew while virtual time goes on.
const MOST_LIMITS: u32 = 20;
/// How long a live runtime may take to answer when it is poked.
const ANSWER: Duration = Duration::from_millis(250);

/// Awaits the reader's function `what`. Fails when it can never end.
pub async fn finish<F: Future>(
    what: &str,
    watched: &dyn Watched,
    future: F,
) -> F::Output {
    let mut output = None;
    {
        let mut future = pin!(async { output = Some(future.await) });
        guard(what, watched, future.as_mut()).await;
    }
    output.expect("the future has ended")
}

/// A box, because an async or generic function is compiled where it is used,
/// anew for every exercise at every save; a box is compiled here.
fn guard<'a>(
    what: &'a str,
    watched: &'a dyn Watched,
    future: Pin<&'a mut dyn Future<Output = ()>>,
) -> Pin<Box<dyn Future<Output = ()> + 'a>> {
    Box::pin(async move {
        let dog = Watchdog::start(what, watched.log());
        told::begins(what);
        let caught = AssertUnwindSafe(dog.watch(future)).catch_unwind();
        let limited = told::own(|| timeout(VIRTUAL_LIMIT, caught));
        match limited.await {
            Ok(Ok(())) => told::returned(),
            Ok(Err(panic)) => {
                panics::after(&chart(watched.log()));
                resume_unwind(panic)
            }
            Err(_) => give_up(what, watched),
        }
    })
}

/// What `#[tokio::test(start_paused = true)]` makes of a check. To have it here
/// spares each exercise the compilation of Tokio's `block_on`.
pub fn run(check: Pin<&mut dyn Future<Output = ()>>) {
    tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .start_paused(true)
        .build()
        .expect("the runtime can be built")
        .block_on(check);
}

fn give_up(what: &str, watched: &dyn Watched) -> ! {
    let log = watched.log();
    let still_busy = log
        .visits()
        .last()
        .is_some_and(|visit| visit.start > VIRTUAL_LIMIT / 2);
    let expected = format!("`{what}` ends by itself");
    if still_busy {
        give_up_with(
            Over::Endless,
            log,
            expected,
            format!("`{what}` was still at work after an hour"),
            "A loop has no way out, or its way out is never taken.",
        )
    }
    give_up_with(
        Over::Deadlock,
        log,
        expected,
        format!(
            "`{what}` never finished: whoever is left waits for something \
             that cannot happen any more (a deadlock)"
        ),
        watched.when_stuck(),
    )
}

/// A thread that ends the process when the check takes too much real time.
struct Watchdog {
    signs: Arc<Signs>,
    /// Dropped with the guard: tells the thread that all is well.
    _leash: Sender<()>,
}

#[derive(Default)]
struct Signs {
    polls: AtomicUsize,
    /// Virtual milliseconds at the last poll.
    time: AtomicU64,
    waker: Mutex<Option<Waker>>,
}

impl Watchdog {
    fn start(what: &str, log: &Log) -> Self {
        let signs = Arc::new(Signs::default());
        let (leash, freed) = mpsc::channel::<()>();
        let report = Report {
            what: what.to_owned(),
            // libtest names its threads after the tests.
            check: thread::current().name().unwrap_or("main").to_owned(),
            limit: limit(),
            log: log.clone(),
        };
        let seen = Arc::clone(&signs);
        thread::spawn(move || {
            // As long as virtual time goes on, its hour will come. Whether it
            // does is seen in the last quarter of the real time.
            let quarter = report.limit / 4;
            for _ in 0..MOST_LIMITS {
                let time = || seen.time.load(Ordering::Relaxed);
                let late = Err(RecvTimeoutError::Timeout);
                if freed.recv_timeout(report.limit - quarter) != late {
                    return;
                }
                let before = time();
                if freed.recv_timeout(quarter) != late {
                    return;
                }
                // Once more: on a busy machine a thread may get no turn.
                if time() > before
                    || freed.recv_timeout(quarter) != late
                    || time() > before
                {
                    continue;
                }
                let alive = seen.answers();
                // It may have finished meanwhile.
                if freed.try_recv() == Err(mpsc::TryRecvError::Empty) {
                    report.bark(alive);
                }
            }
        });
        Self {
            signs,
            _leash: leash,
        }
    }

    /// The future as it was, but each poll leaves a sign of life.
    async fn watch(&self, mut future: Pin<&mut dyn Future<Output = ()>>) {
        let begun = Instant::now();
        future::poll_fn(|context| {
            let time = begun.elapsed().as_millis() as u64;
            self.signs.time.store(time, Ordering::Relaxed);
            self.signs.polls.fetch_add(1, Ordering::Relaxed);
            let waker = told::own(|| context.waker().clone());
            *self.signs.waker() = Some(waker);
            future.as_mut().poll(context)
        })
        .await
    }
}

impl Signs {
    fn waker(&self) -> std::sync::MutexGuard<'_, Option<Waker>> {
        self.waker.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Pokes the runtime: is its thread free to poll?
    fn answers(&self) -> bool {
        let before = self.polls.load(Ordering::Relaxed);
        if let Some(waker) = self.waker().take() {
            waker.wake();
        }
        thread::sleep(ANSWER);
        self.polls.load(Ordering::Relaxed) != before
    }
}

struct Report {
    what: String,
    check: String,
    limit: Duration,
    log: Log,
}

impl Report {
    fn bark(&self, alive: bool) -> ! {
        let what = &self.what;
        let seconds = self.limit.as_secs_f32();
        let (happened, cause) = if alive {
            (
                format!(
                    "`{what}` has been busy for {seconds} real seconds and \
                     the virtual clock does not move on"
                ),
                "A loop goes round without ever waiting for a timer or a \
                 message: time passes only while everybody waits. Or \
                 something waits in real time, on another thread.",
            )
        } else {
            (
                format!(
                    "`{what}` has held its thread for {seconds} real seconds \
                     without reaching an .await"
                ),
                "Something blocks inside async code: std::thread::sleep, a \
                 lock or a channel of std, block_on, or a busy loop. While \
                 it blocks, nobody else on this thread can run.",
            )
        };
        let expected = format!("`{what}` ends, or waits with .await");
        let text = words(&self.log, &expected, &happened, cause);
        let text = format!("\ncheck {} was stopped\n{text}\n", self.check);
        // Not eprintln!: libtest keeps that back, and `exit` then loses it.
        let _ = std::io::stderr().write_all(text.as_bytes());
        process::exit(BLOCKED)
    }
}

fn limit() -> Duration {
    // At a breakpoint real time goes on.
    if is_debugged() {
        return Duration::MAX;
    }
    env::var("LAB_WATCHDOG_MS")
        .ok()
        .and_then(|text| text.parse().ok())
        .map_or(REAL_LIMIT, Duration::from_millis)
}

/// A debugger stops at lines of this process, and of no other.
pub fn is_debugged() -> bool {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let tracer = status.lines().find_map(|l| l.strip_prefix("TracerPid:"));
    tracer.is_some_and(|pid| pid.trim() != "0")
}
