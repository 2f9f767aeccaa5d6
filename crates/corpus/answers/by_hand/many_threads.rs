//! wrong: tasks_run_on_the_callers_thread
//! says: threads of its own
//!
//! `Runtime::new` is the flavor with a thread for each core.

use tokio::runtime::Runtime;

pub fn run<F: Future>(future: F) -> F::Output {
    Runtime::new().unwrap().block_on(future)
}
