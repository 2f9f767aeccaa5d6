//! wrong: what_is_left_is_dropped
//! says: something keeps it after `run` has returned
//!
//! When `run` has returned, `leftover` still has no end: its task lives as long
//! as its runtime, and that one outlives the function. Perhaps it was leaked,
//! or stored where nothing is ever dropped. What ends a runtime, and the tasks
//! in it?

use tokio::runtime::Builder;

pub fn run<F: Future>(future: F) -> F::Output {
    let runtime = Builder::new_current_thread().enable_all().build().unwrap();
    let runtime = Box::leak(Box::new(runtime));
    runtime.block_on(future)
}
