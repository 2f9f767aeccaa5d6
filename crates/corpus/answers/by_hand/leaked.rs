//! wrong: what_is_left_is_dropped
//! says: something keeps it after `run` has returned
//!
//! A runtime that is never dropped.

use tokio::runtime::Builder;

pub fn run<F: Future>(future: F) -> F::Output {
    let runtime = Builder::new_current_thread().enable_all().build().unwrap();
    let runtime = Box::leak(Box::new(runtime));
    runtime.block_on(future)
}
