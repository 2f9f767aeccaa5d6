//! wrong: what_is_left_is_dropped
//! says: something keeps it after `run` has returned
//!
//! When `run` has returned, `leftover` still has no end: something keeps the
//! runtime alive, and a runtime keeps its tasks. Perhaps one runtime serves all
//! calls, from a `static`, and a `static` is never dropped. The exercise asks
//! for a runtime of its own for each call: how long does yours live?

use std::sync::LazyLock;

use tokio::runtime::{Builder, Runtime};

static RUNTIME: LazyLock<Runtime> = LazyLock::new(|| {
    Builder::new_current_thread().enable_all().build().unwrap()
});

pub fn run<F: Future>(future: F) -> F::Output {
    RUNTIME.block_on(future)
}
