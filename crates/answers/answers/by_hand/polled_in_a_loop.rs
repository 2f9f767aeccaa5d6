//! wrong: tasks_run_on_the_callers_thread
//! says: no reactor running
//!
//! Perhaps a loop of your own polls the future until it is ready. That suffices
//! for a future that only yields, as in the first check. A task needs more than
//! somebody who polls: `tokio::spawn` looks for a runtime on this thread, finds
//! none, and panics.

use std::pin::pin;
use std::task::{Context, Poll, Waker};

pub fn run<F: Future>(future: F) -> F::Output {
    let mut future = pin!(future);
    let mut context = Context::from_waker(Waker::noop());
    loop {
        if let Poll::Ready(output) = future.as_mut().poll(&mut context) {
            return output;
        }
    }
}
