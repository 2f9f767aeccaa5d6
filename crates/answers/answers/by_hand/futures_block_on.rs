//! wrong: tasks_run_on_the_callers_thread
//! says: no reactor running
//! says: whatever polls here is no Tokio runtime
//!
//! Something polls the future here, but it is no runtime of Tokio's: perhaps
//! `block_on` of the crate `futures`. A future that only yields gets by with
//! that. `tokio::spawn` looks for the runtime of its thread, finds none, and
//! panics: what has to exist before the future is polled?

pub fn run<F: Future>(future: F) -> F::Output {
    futures::executor::block_on(future)
}
