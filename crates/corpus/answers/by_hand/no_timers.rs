//! wrong: timers_work
//! says: timers are disabled
//! says: until they are switched on
//!
//! A builder that is told nothing.

use tokio::runtime::Builder;

pub fn run<F: Future>(future: F) -> F::Output {
    let runtime = Builder::new_current_thread().build().unwrap();
    runtime.block_on(future)
}
