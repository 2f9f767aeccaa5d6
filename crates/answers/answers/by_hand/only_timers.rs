//! right
//!
//! No I/O was asked for.

use tokio::runtime::Builder;

pub fn run<F: Future>(future: F) -> F::Output {
    let runtime = Builder::new_current_thread().enable_time().build();
    runtime.expect("it needs only memory").block_on(future)
}
