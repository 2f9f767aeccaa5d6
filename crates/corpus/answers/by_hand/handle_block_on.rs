//! hangs: timers_work
//! says: has held its thread
//! says: block_on
//!
//! The handle's `block_on` polls the future and leaves the timers to the
//! runtime's own `block_on`, which nobody calls.

use tokio::runtime::Builder;

pub fn run<F: Future>(future: F) -> F::Output {
    let runtime = Builder::new_current_thread().enable_all().build().unwrap();
    runtime.handle().block_on(future)
}
