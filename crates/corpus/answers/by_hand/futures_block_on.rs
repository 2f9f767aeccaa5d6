//! wrong: tasks_run_on_the_callers_thread
//! says: no reactor running
//! says: whatever polls here is no Tokio runtime
//!
//! This one polls, and has neither tasks nor timers.

pub fn run<F: Future>(future: F) -> F::Output {
    futures::executor::block_on(future)
}
