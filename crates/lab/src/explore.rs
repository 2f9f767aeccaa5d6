//! All orders in which two or three threads can take their turns.
//!
//! A race that shows once in a million runs is no luck for a check. Here the
//! threads run one at a time, and pass the turn on at the places where a
//! thread of a real program may be held up: at each call of a method of the
//! reader's code ([`step`]), at each lock that is taken, at each poll. Every
//! order with at most two such changes is tried, one after the other, always
//! in the same sequence; so a race that two changes can show is found each
//! time. Whatever happens is something that real threads could do: a right
//! answer is never rejected.
//!
//! The reader's file is compiled once more for this, by `lab::explored!`.

pub mod locks;
mod plans;
pub mod std;
pub(crate) mod turns;

use ::std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use ::std::sync::Arc;
use ::std::task::{Context, Poll};
use ::std::thread;

use crate::complaint::complain_of_turns;
use crate::guard::finish;
use crate::log::Log;
use crate::panics;
use crate::told;

pub use turns::step;
use turns::{End, Turns};

/// What one thread does. Its future is made there: it need not be `Send`.
pub type Work = Box<dyn FnOnce() -> turns::Work + Send>;

/// A thread that does this.
pub fn thread<F: Future<Output = ()> + 'static>(
    make: impl FnOnce() -> F + Send + 'static,
) -> Work {
    Box::new(move || Box::pin(make()))
}

/// Threads that share something, and what must be true when they are done.
pub struct Race {
    pub threads: Vec<Work>,
    /// What is wrong, if something is.
    pub verdict: Box<dyn FnOnce() -> Result<(), String>>,
}

/// Tries the orders, with a new race for each, until one goes wrong. Then
/// says what `expected` was, what happened, and who had which turn.
pub async fn explore(
    what: &str,
    expected: &str,
    cause: &str,
    race: impl Fn() -> Race,
) {
    // The recorder hears one thread only, and would see nothing of this.
    if told::somebody_listens() {
        return;
    }
    let (mut plans, log) = (plans::Plans::new(), Log::new());
    while let Some(plan) = plans.next() {
        let Race { threads, verdict } = race();
        let turns = Turns::new(threads.len(), plan.clone());
        let all = async { run(&turns, threads) };
        let panic = finish(what, &log, all).await;
        let (end, trace) = turns.over();
        let steps: Vec<usize> = trace.iter().map(|step| step.thread).collect();
        plans.learn(&plan, &steps, turns.count());
        // An unsolved exercise says so itself.
        if let Some(panic) = panic.filter(|_| end == End::Done) {
            let text = panics::text(panic.as_ref()).to_owned();
            if text.starts_with("not yet implemented") {
                resume_unwind(panic);
            }
            let happened = format!("it panicked{}: {text}", panics::at(&text));
            fail(expected, &happened, &trace, cause);
        }
        let happened = match end {
            End::Done => match verdict() {
                Ok(()) => continue,
                Err(happened) => happened,
            },
            End::Stuck => "all of them wait, for ever (a deadlock)".to_owned(),
            End::Endless => "it went on and on without an end".to_owned(),
        };
        fail(expected, &happened, &trace, cause);
    }
}

fn fail(expected: &str, happened: &str, trace: &[turns::Step], cause: &str) {
    complain_of_turns(
        &format!("{expected}, in whatever order the threads take turns"),
        happened,
        &turns::words(trace),
        cause,
    )
}

type Panic = Box<dyn ::std::any::Any + Send>;

/// Each thread has a runtime of its own, as a thread of a program with several
/// workers has its own queue of tasks. The first panic comes back.
fn run(turns: &Arc<Turns>, threads: Vec<Work>) -> Option<Panic> {
    thread::scope(|scope| {
        let running: Vec<_> = threads
            .into_iter()
            .enumerate()
            .map(|(me, work)| {
                let turns = Arc::clone(turns);
                scope.spawn(move || {
                    let ended = catch_unwind(AssertUnwindSafe(|| {
                        turns::live(&turns, me, work());
                    }));
                    turns.done(me);
                    ended
                })
            })
            .collect();
        let ended = running.into_iter().map(|thread| thread.join());
        ended.filter_map(|ended| ended.and_then(|e| e).err()).next()
    })
}

/// The future as it was, and before each poll a place to lose the turn.
pub fn polled<F: Future>(future: F) -> impl Future<Output = F::Output> {
    let mut future = Box::pin(future);
    ::std::future::poll_fn(move |context: &mut Context<'_>| -> Poll<_> {
        step("poll");
        future.as_mut().poll(context)
    })
}
