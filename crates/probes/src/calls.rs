//! Probes around calls: what is awaited at a line, sent, received, called.

use std::future::{Future, IntoFuture};
use std::pin::Pin;
use std::task::{Context, Poll};

use crate::recorder::{Note, note};

/// A future that a variable holds, polled at a line.
pub struct At<F> {
    line: u32,
    task: Option<u64>,
    future: F,
}

/// Tells the line at which a variable is awaited: Tokio tells no line when
/// nothing is new. `show` tells the task, if the variable is a handle.
pub fn at<F: IntoFuture>(
    line: u32,
    future: F,
    show: impl FnOnce(&F) -> Option<u64>,
) -> At<F::IntoFuture> {
    let task = show(&future);
    let future = future.into_future();
    At { line, task, future }
}

impl<F: Future> Future for At<F> {
    type Output = F::Output;

    fn poll(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<F::Output> {
        // SAFETY: `future` is pinned for as long as `self` is: nothing moves
        // it out, and the other fields are not pinned.
        let this = unsafe { self.get_unchecked_mut() };
        let future = unsafe { Pin::new_unchecked(&mut this.future) };
        let (line, task) = (this.line, this.task);
        note(Note::At { line, task });
        let poll = future.poll(cx);
        if poll.is_ready() {
            note(Note::AtDone);
        }
        poll
    }
}

/// Notes the value that is about to be sent: shown, or as it is written.
pub fn sending<T>(
    value: T,
    show: impl FnOnce(&T) -> Option<String>,
    written: Option<&str>,
    line: u32,
) -> T {
    let shown = show(&value).or_else(|| written.map(str::to_owned));
    note(Note::Sending {
        value: shown.unwrap_or_default(),
        line,
    });
    value
}

/// Notes the result of a call.
pub fn result<T>(result: T, tell: impl FnOnce(&T)) -> T {
    tell(&result);
    result
}

/// Notes whether a send that is no future succeeded.
pub fn sent(ok: Option<bool>) {
    if let Some(ok) = ok {
        note(Note::SendDone { ok });
    }
}

/// Notes that `try_acquire` or the like succeeded.
pub fn tried(what: &'static str, ok: Option<bool>) {
    if ok == Some(true) {
        note(Note::Tried { what });
    }
}

/// Notes a value that came out at once.
pub fn taken(ok: Option<bool>, value: Option<String>) {
    if let Some(value) = value.filter(|_| ok == Some(true)) {
        note(Note::Received { value });
    }
}

/// A call that others may notice, until it is dropped.
pub struct Calling;

pub fn calling(what: &'static str, task: Option<u64>, line: u32) -> Calling {
    note(Note::Called { what, task, line });
    Calling
}

impl Calling {
    /// The call, which is made after its beginning was noted.
    pub fn done<T>(self, result: T) -> T {
        result
    }
}

impl Drop for Calling {
    fn drop(&mut self) {
        note(Note::CallDone);
    }
}

/// Wraps a receive operation, to note the value that comes out.
pub async fn received<F: Future>(
    future: F,
    show: impl Fn(&F::Output) -> Option<String>,
) -> F::Output {
    let output = future.await;
    if let Some(value) = show(&output) {
        note(Note::Received { value });
    }
    output
}

/// The name of a future: its function and, where it can be shown, the first
/// argument.
pub fn name(function: &str, argument: Option<String>) -> String {
    match argument {
        Some(argument) if argument.chars().count() <= 24 => {
            format!("{function} {argument}")
        }
        _ => function.to_owned(),
    }
}
