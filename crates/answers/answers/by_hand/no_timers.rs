//! wrong: timers_work
//! says: timers are disabled
//! says: until they are switched on
//!
//! A runtime from a builder has only what was asked for, and nobody has asked
//! for timers. Polls and tasks work, as the checks before this one have shown.
//! At the first line that touches Tokio's clock the future panics: what has to
//! be said to the builder before it builds?

use tokio::runtime::Builder;

pub fn run<F: Future>(future: F) -> F::Output {
    let runtime = Builder::new_current_thread().build().unwrap();
    runtime.block_on(future)
}
