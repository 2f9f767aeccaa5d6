//! wrong: tasks_run_on_the_callers_thread
//! says: no reactor running
//!
//! A loop that polls until it is ready: no runtime at all.

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
