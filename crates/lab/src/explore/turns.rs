//! One thread runs at a time; the others wait for their turn.

use std::cell::RefCell;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::task::{Poll, Wake, Waker};
use std::{future, panic, pin::pin, thread};

use tokio::time::{Instant, sleep_until};

use super::plans::Plan;

/// Nothing that the exercises ask for takes so many.
const MOST_STEPS: usize = 5000;
/// A thread that goes round and round gives the others a chance.
const LONGEST_TURN: usize = 300;
/// Virtual time after which a thread that was woken by nobody is stuck.
const HOUR: std::time::Duration = std::time::Duration::from_secs(3600);

/// What a thread does; it need not be `Send`.
pub type Work = std::pin::Pin<Box<dyn Future<Output = ()>>>;

/// Which thread did what.
#[derive(Clone)]
pub struct Step {
    pub thread: usize,
    pub what: &'static str,
}

#[derive(Clone, Copy, PartialEq)]
pub enum End {
    Done,
    Stuck,
    Endless,
}

#[derive(Clone, Copy, PartialEq)]
enum State {
    /// It has something to do.
    Ready,
    /// It waits: for a lock, or for whatever its futures wait for.
    Waiting,
    Done,
}

pub struct Turns {
    inner: Mutex<Inner>,
    changed: Condvar,
}

struct Inner {
    turn: usize,
    states: Vec<State>,
    /// Those that had a turn since anybody did a step, and still wait.
    in_vain: Vec<bool>,
    /// How often that was so of all of them, since then.
    rounds: usize,
    plan: Plan,
    trace: Vec<Step>,
    in_a_row: usize,
    /// The steps when the turn was given.
    begun_at: usize,
    /// Since then, the thread that has it was woken by its alarm: by nothing
    /// else, that is.
    alarmed: bool,
    end: Option<End>,
}

thread_local! {
    static MINE: RefCell<Option<(Arc<Turns>, usize)>> =
        const { RefCell::new(None) };
}

/// This was done, and another thread may take its turn. Nothing, where no orders are tried.
pub fn step(what: &'static str) {
    if let Some((turns, me)) = mine() {
        turns.step(me, what);
    }
}

/// This thread cannot go on before another one has done something. False: no
/// orders are tried here. When all is over, the thread is ended.
pub fn blocked() -> bool {
    let Some((turns, me)) = mine() else {
        return false;
    };
    if !turns.wait(me, true) && !thread::panicking() {
        // Without a word: it is told in whole what has happened.
        panic::resume_unwind(Box::new("stopped"));
    }
    true
}

/// Is it over, and what this thread still does of no interest?
pub fn is_over() -> bool {
    mine().is_some_and(|(turns, _)| turns.inner().end.is_some())
}

fn mine() -> Option<(Arc<Turns>, usize)> {
    // A destructor may run when the thread has nothing left.
    MINE.try_with(|mine| mine.borrow().clone()).ok().flatten()
}

impl Turns {
    pub fn new(threads: usize, plan: Plan) -> Arc<Self> {
        Arc::new(Self {
            inner: Mutex::new(Inner {
                turn: 0,
                states: vec![State::Ready; threads],
                in_vain: vec![false; threads],
                rounds: 0,
                plan,
                trace: Vec::new(),
                in_a_row: 0,
                begun_at: 0,
                alarmed: false,
                end: None,
            }),
            changed: Condvar::new(),
        })
    }

    pub fn count(&self) -> usize {
        self.inner().states.len()
    }

    /// How it ended, and what was done.
    pub fn over(&self) -> (End, Vec<Step>) {
        let inner = self.inner();
        (inner.end.unwrap_or(End::Done), inner.trace.clone())
    }

    fn inner(&self) -> MutexGuard<'_, Inner> {
        self.inner.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn step(&self, me: usize, what: &'static str) {
        let mut inner = self.inner();
        if inner.end.is_some() {
            return;
        }
        let at = inner.trace.len();
        if at == MOST_STEPS {
            inner.end = Some(End::Endless);
            self.changed.notify_all();
            return;
        }
        inner.in_a_row += 1;
        let planned = inner.plan.iter().find(|(step, _)| *step == at);
        let next = match planned {
            Some((_, to)) if inner.states[*to] != State::Done => *to,
            None if inner.in_a_row >= LONGEST_TURN => inner.after(me),
            _ => me,
        };
        // Whoever waits may find another state from here on.
        inner.in_vain.fill(false);
        inner.rounds = 0;
        inner.trace.push(Step { thread: me, what });
        if next != me {
            inner.give(next);
            drop(self.until_mine(inner, me));
        }
    }

    /// Gives the turn away; it comes back when others have had theirs. If the
    /// turn was `idle` and had no step, nothing has come of it.
    fn wait(&self, me: usize, idle: bool) -> bool {
        let mut inner = self.inner();
        if inner.end.is_some() {
            return false;
        }
        let idle = idle || inner.alarmed;
        inner.in_vain[me] = idle && inner.trace.len() == inner.begun_at;
        inner.states[me] = State::Waiting;
        let mut next = inner.after(me);
        if next == me && inner.in_vain[me] {
            // In its last turn one may have let another go on, by giving a
            // lock back: nobody is stuck before all were asked once more.
            if inner.rounds == 2 {
                inner.end = Some(End::Stuck);
                self.changed.notify_all();
                return false;
            }
            inner.rounds += 1;
            inner.in_vain.fill(false);
            next = inner.after(me);
        }
        inner.give(next);
        let mut inner = self.until_mine(inner, me);
        inner.states[me] = State::Ready;
        inner.end.is_none()
    }

    /// Its work is over, in whatever way.
    pub fn done(&self, me: usize) {
        let mut inner = self.inner();
        inner.states[me] = State::Done;
        inner.in_vain.fill(false);
        let next = inner.after(me);
        inner.give(next);
        self.changed.notify_all();
    }

    fn until_mine<'a>(
        &self,
        mut inner: MutexGuard<'a, Inner>,
        me: usize,
    ) -> MutexGuard<'a, Inner> {
        if inner.turn != me {
            self.changed.notify_all();
        }
        while inner.turn != me && inner.end.is_none() {
            inner = self
                .changed
                .wait(inner)
                .unwrap_or_else(PoisonError::into_inner);
        }
        inner
    }
}

impl Inner {
    /// Who comes after `me`: one that has something to do, else one that waits
    /// and was not asked yet, else `me`.
    fn after(&self, me: usize) -> usize {
        let all = self.states.len();
        let others = || (1..all).map(|far| (me + far) % all);
        let ready = others().find(|n| self.states[*n] == State::Ready);
        let waiting =
            |n: &usize| self.states[*n] == State::Waiting && !self.in_vain[*n];
        ready.or_else(|| others().find(waiting)).unwrap_or(me)
    }

    fn give(&mut self, next: usize) {
        if self.turn != next {
            self.in_a_row = 0;
        }
        self.turn = next;
        self.begun_at = self.trace.len();
        self.alarmed = false;
    }
}

/// The life of one thread: `work` on a runtime of its own, whose idle moments
/// belong to the others. Time is virtual, each thread's own.
pub fn live(turns: &Arc<Turns>, me: usize, work: Work) {
    MINE.set(Some((Arc::clone(turns), me)));
    drop(turns.until_mine(turns.inner(), me));
    let idle = Arc::clone(turns);
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .start_paused(true)
        .on_thread_park(move || {
            idle.wait(me, false);
        })
        .build()
        .expect("the runtime can be built");
    runtime.block_on(until_over(turns, work));
}

/// `work`, polled when it was woken and not otherwise; or nothing more, when
/// it is over for all. A timer ends each idle moment that nothing else ends.
async fn until_over(turns: &Turns, mut work: Work) {
    let flag = Arc::new(Flag::default());
    let mut alarm = pin!(sleep_until(Instant::now() + HOUR));
    future::poll_fn(move |context| {
        if turns.inner().end.is_some() {
            return Poll::Ready(());
        }
        if alarm.as_mut().poll(context).is_ready() {
            turns.inner().alarmed = true;
            alarm.as_mut().reset(Instant::now() + HOUR);
            let _ = alarm.as_mut().poll(context);
        }
        *flag.outer.lock().unwrap_or_else(PoisonError::into_inner) =
            Some(context.waker().clone());
        if flag.asleep.swap(true, Ordering::SeqCst) {
            return Poll::Pending;
        }
        step("poll");
        let waker = Waker::from(Arc::clone(&flag));
        work.as_mut()
            .poll(&mut std::task::Context::from_waker(&waker))
    })
    .await;
}

#[derive(Default)]
struct Flag {
    asleep: AtomicBool,
    outer: Mutex<Option<Waker>>,
}

impl Wake for Flag {
    fn wake(self: Arc<Self>) {
        self.asleep.store(false, Ordering::SeqCst);
        let outer = self.outer.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(waker) = &*outer {
            waker.wake_by_ref();
        }
    }
}

/// Who had the turn, and what was called in it.
pub fn words(trace: &[Step]) -> String {
    const MOST_TURNS: usize = 12;
    let mut turns: Vec<(usize, Vec<&str>)> = Vec::new();
    for Step { thread, what } in trace {
        if ["", "poll"].contains(what) {
            continue;
        }
        match turns.last_mut() {
            Some((last, calls)) if last == thread => calls.push(what),
            _ => turns.push((*thread, vec![what])),
        }
    }
    let turns: Vec<String> = turns
        .iter()
        .map(|(thread, calls)| {
            const MOST_CALLS: usize = 12;
            let more = calls.len().saturating_sub(MOST_CALLS);
            let last = &calls[more..];
            let more = if more > 0 { "… " } else { "" };
            format!("  thread {}: {more}{}", thread + 1, last.join(", "))
        })
        .collect();
    let skipped = turns.len().saturating_sub(MOST_TURNS);
    let mut text = String::new();
    if skipped > 0 {
        text = format!("  ({skipped} turns before)\n");
    }
    text + &turns[skipped..].join("\n")
}
