//! hangs: tasks_run_on_the_callers_thread
//! says: has held its thread
//! says: block_on
//!
//! The future is polled by `block_on` of the runtime's handle. The handle
//! borrows the thread, but it drives neither the timers nor the tasks of a
//! runtime with one thread; that is left to the runtime's own loop, which
//! nobody runs here. So whoever waits for one of them inside waits forever, and
//! holds the thread. Whose `block_on` is it?

use tokio::runtime::Builder;

pub fn run<F: Future>(future: F) -> F::Output {
    let runtime = Builder::new_current_thread().enable_all().build().unwrap();
    runtime.handle().block_on(future)
}
