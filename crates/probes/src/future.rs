//! A future of the program, and what is told about it.

use std::cell::Cell;
use std::future::Future;
use std::mem::ManuallyDrop;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll, RawWaker, RawWakerVTable, Waker};

use crate::recorder::{self, FutureId, Made, Note, note, note_here};

thread_local! {
    /// Set while a probe clones a waker for itself.
    static OWN_CLONE: Cell<bool> = const { Cell::new(false) };
    /// How many probed futures are being polled, one in the other.
    static DEPTH: Cell<usize> = const { Cell::new(0) };
}

/// Whether a probe clones a waker for itself just now.
pub fn clones_own_waker() -> bool {
    OWN_CLONE.get()
}

/// What lies deeper is not told: nobody could read it, and each poll of a deep
/// recursion would go through all of its levels.
const DEEPEST: usize = 8;

/// A future of the example, and what is told about it.
pub struct Probed<F: Future> {
    id: FutureId,
    error: Error<F::Output>,
    waker: Option<(Waker, Waker)>,
    finished: bool,
    /// It lies too deep to be told of.
    quiet: bool,
    future: ManuallyDrop<F>,
}

/// Tells the error in an output, if it is one. A pointer: futures of the same
/// function must keep the same type.
pub type Error<T> = fn(&T) -> Option<String>;

/// Wraps a future that the example makes at `line`.
pub fn future<F: Future>(
    name: String,
    made: Made,
    line: u32,
    future: F,
    error: Error<F::Output>,
) -> Probed<F> {
    let id = recorder::new_future();
    let quiet = DEPTH.get() >= DEEPEST;
    if !quiet {
        let inner = std::any::type_name::<F>();
        let probed = concat!(module_path!(), "::Probed<");
        note(Note::Created {
            future: id,
            name,
            made,
            line,
            again: inner.starts_with(probed),
        });
    }
    Probed {
        id,
        error,
        waker: None,
        finished: false,
        quiet,
        future: ManuallyDrop::new(future),
    }
}

impl<F: Future> Future for Probed<F> {
    type Output = F::Output;

    fn poll(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<F::Output> {
        // SAFETY: `future` is pinned for as long as `self` is: nothing moves
        // it out, and the other fields are not pinned.
        let this = unsafe { self.get_unchecked_mut() };
        let future = unsafe { Pin::new_unchecked(&mut *this.future) };
        // A plain program polls nothing any more.
        if recorder::is_done() {
            return Poll::Pending;
        }
        if this.quiet {
            return future.poll(cx);
        }
        note(Note::FuturePoll { future: this.id });
        let depth = Deeper::new();
        let waker = own_waker(this.id, &mut this.waker, cx.waker());
        let poll = future.poll(&mut Context::from_waker(waker));
        drop(depth);
        match &poll {
            Poll::Pending => note(Note::FuturePending { future: this.id }),
            Poll::Ready(output) => {
                this.finished = true;
                let error = (this.error)(output);
                note(Note::FutureReady {
                    future: this.id,
                    error,
                });
                this.waker = None;
            }
        }
        poll
    }
}

/// One level deeper, until it is dropped, also by a panic.
struct Deeper;

impl Deeper {
    fn new() -> Self {
        DEPTH.set(DEPTH.get() + 1);
        Self
    }
}

impl Drop for Deeper {
    fn drop(&mut self) {
        DEPTH.set(DEPTH.get().saturating_sub(1));
    }
}

impl<F: Future> Drop for Probed<F> {
    fn drop(&mut self) {
        let told = !self.finished && !self.quiet;
        if told {
            note_here(Note::FutureDropped { future: self.id });
        }
        // SAFETY: nothing uses it after this, and it is dropped in place.
        unsafe { ManuallyDrop::drop(&mut self.future) };
        if told {
            note(Note::FutureGone { future: self.id });
        }
    }
}

/// The waker that notes whose wait begins and is over, and wakes the task. It
/// is kept for as long as the task's waker stays the same, as `will_wake`
/// expects.
fn own_waker<'a>(
    future: FutureId,
    kept: &'a mut Option<(Waker, Waker)>,
    outer: &Waker,
) -> &'a Waker {
    let same = kept.as_ref().is_some_and(|(old, _)| old.will_wake(outer));
    if !same {
        *kept = None;
    }
    let (_, own) = kept.get_or_insert_with(|| {
        OWN_CLONE.set(true);
        let pair = (outer.clone(), outer.clone());
        OWN_CLONE.set(false);
        (
            pair.0,
            Noted {
                future,
                outer: pair.1,
            }
            .into_waker(),
        )
    });
    own
}

struct Noted {
    future: FutureId,
    outer: Waker,
}

impl Noted {
    // `std::task::Wake` would not tell of clones.
    const VTABLE: RawWakerVTable = RawWakerVTable::new(
        |data| {
            if !clones_own_waker() {
                recorder::waker_cloned();
            }
            // SAFETY: `data` comes from `into_raw` in `into_waker`, and each
            // waker holds one count.
            unsafe { Arc::increment_strong_count(data.cast::<Self>()) };
            RawWaker::new(data, &Self::VTABLE)
        },
        // SAFETY: as above; waking by value gives the count back.
        |data| unsafe { Arc::from_raw(data.cast::<Self>()) }.wake(),
        // SAFETY: as above; the count stays with the waker.
        |data| unsafe { &*data.cast::<Self>() }.wake(),
        // SAFETY: as above; dropping a waker gives its count back.
        |data| drop(unsafe { Arc::from_raw(data.cast::<Self>()) }),
    );

    fn into_waker(self) -> Waker {
        let data = Arc::into_raw(Arc::new(self)).cast();
        // SAFETY: the table keeps the contract of `RawWaker`: `Noted` is
        // `Send` and `Sync`, its functions are thread-safe.
        unsafe { Waker::from_raw(RawWaker::new(data, &Self::VTABLE)) }
    }

    fn wake(&self) {
        note_here(Note::FutureWake {
            future: self.future,
        });
        self.outer.wake_by_ref();
    }
}
