//! wrong: the_output_comes_back
//! says: it panicked
//!
//! The call panics before the future has given its output. Perhaps it is polled
//! only once: this future yields on its way, so its first answer is pending,
//! and somebody has to poll it again. What in Tokio polls a future until it is
//! ready?

use futures::FutureExt;

pub fn run<F: Future>(future: F) -> F::Output {
    future.now_or_never().expect("it is ready")
}
