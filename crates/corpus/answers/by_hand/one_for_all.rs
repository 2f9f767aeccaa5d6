//! wrong: what_is_left_is_dropped
//! says: something keeps it after `run` has returned
//!
//! One runtime for all calls, in a static, which is never dropped.

use std::sync::LazyLock;

use tokio::runtime::{Builder, Runtime};

static RUNTIME: LazyLock<Runtime> = LazyLock::new(|| {
    Builder::new_current_thread().enable_all().build().unwrap()
});

pub fn run<F: Future>(future: F) -> F::Output {
    RUNTIME.block_on(future)
}
