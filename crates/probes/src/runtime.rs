//! Runtimes that the program builds itself, and what its threads block on.

use std::future::{Future, IntoFuture};
use std::io;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll, RawWaker, RawWakerVTable, Waker};

use tokio::runtime::{Builder, LocalOptions, LocalRuntime, Runtime};

use crate::clones_own_waker;
use crate::recorder::{self, Note, note, note_here};

/// Takes the place of `Builder::new_current_thread()`.
pub fn current_thread(mut builder: Builder) -> Builder {
    recorder::built(&mut builder, false);
    builder
}

/// Takes the place of `Builder::new_multi_thread()`.
pub fn multi_thread(mut builder: Builder) -> Builder {
    recorder::built(&mut builder, true);
    builder
}

/// Takes the place of `Runtime::new()`. `_plain` makes sure that it is Tokio's.
///
/// # Errors
///
/// When the runtime cannot be built.
pub fn runtime(
    _plain: impl FnOnce() -> io::Result<Runtime>,
) -> io::Result<Runtime> {
    multi_thread(Builder::new_multi_thread())
        .enable_all()
        .build()
}

/// Takes the place of `LocalRuntime::new()`.
///
/// # Errors
///
/// When the runtime cannot be built.
pub fn local_runtime(
    _plain: impl FnOnce() -> io::Result<LocalRuntime>,
) -> io::Result<LocalRuntime> {
    current_thread(Builder::new_current_thread())
        .enable_all()
        .build_local(LocalOptions::default())
}

/// What a thread blocks on: Tokio tells nothing of it.
pub struct Root<F> {
    waker: Option<(Waker, Waker)>,
    future: F,
}

pub fn root<F: IntoFuture>(line: u32, future: F) -> Root<F::IntoFuture> {
    note(Note::BlockOn { line });
    Root {
        waker: None,
        future: future.into_future(),
    }
}

impl<F: Future> Future for Root<F> {
    type Output = F::Output;

    fn poll(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<F::Output> {
        // SAFETY: `future` is pinned for as long as `self` is: nothing moves
        // it out, and the other field is not pinned.
        let this = unsafe { self.get_unchecked_mut() };
        let future = unsafe { Pin::new_unchecked(&mut this.future) };
        note(Note::RootPoll);
        let same = this
            .waker
            .as_ref()
            .is_some_and(|(outer, _)| outer.will_wake(cx.waker()));
        if !same {
            this.waker = None;
        }
        let (_, own) = this.waker.get_or_insert_with(|| {
            (cx.waker().clone(), told(cx.waker().clone()))
        });
        let poll = future.poll(&mut Context::from_waker(own));
        match &poll {
            Poll::Pending => note(Note::RootPending),
            Poll::Ready(_) => note(Note::RootReady),
        }
        poll
    }
}

// `std::task::Wake` would not tell of clones.
const TOLD: RawWakerVTable = RawWakerVTable::new(
    |data| {
        if !clones_own_waker() {
            recorder::waker_cloned();
        }
        // SAFETY: `data` comes from `into_raw` in `told`, and each waker holds
        // one count.
        unsafe { Arc::increment_strong_count(data.cast::<Waker>()) };
        RawWaker::new(data, &TOLD)
    },
    |data| {
        // SAFETY: as above; waking by value gives the count back.
        let outer = unsafe { Arc::from_raw(data.cast::<Waker>()) };
        note_here(Note::RootWake);
        outer.wake_by_ref();
    },
    |data| {
        // SAFETY: as above; the count stays with the waker.
        let outer = unsafe { &*data.cast::<Waker>() };
        note_here(Note::RootWake);
        outer.wake_by_ref();
    },
    // SAFETY: as above; dropping a waker gives its count back.
    |data| drop(unsafe { Arc::from_raw(data.cast::<Waker>()) }),
);

/// A waker that tells of its clones and of its wakes.
fn told(outer: Waker) -> Waker {
    let data = Arc::into_raw(Arc::new(outer)).cast();
    // SAFETY: the table keeps the contract of `RawWaker`: a `Waker` is `Send`
    // and `Sync`, the functions are thread-safe.
    unsafe { Waker::from_raw(RawWaker::new(data, &TOLD)) }
}
