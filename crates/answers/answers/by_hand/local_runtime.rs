//! right
//!
//! The other runtime that needs one thread.

use tokio::runtime::{Builder, LocalOptions};

pub fn run<F: Future>(future: F) -> F::Output {
    let runtime = Builder::new_current_thread()
        .enable_all()
        .build_local(LocalOptions::default())
        .expect("there is room for one more runtime");
    runtime.block_on(future)
}
