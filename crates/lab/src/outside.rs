//! Calls the reader's plain function where no runtime is.

use std::any::Any;
use std::{panic, thread};

use crate::complaint::give_up_with;
use crate::guard::finish;
use crate::log::Watched;
use crate::panics;
use crate::told::Over;

/// Calls `what` on a thread of its own, as a program's `main` would. Fails
/// when it panics, and when it never returns.
pub async fn outside<T: Send>(
    what: &str,
    watched: &dyn Watched,
    call: impl FnOnce() -> T + Send,
) -> T {
    let ended = finish(what, watched, async {
        thread::scope(|scope| scope.spawn(call).join())
    });
    match ended.await {
        Ok(output) => output,
        Err(panic) => tell(what, watched, panic),
    }
}

fn tell(what: &str, watched: &dyn Watched, panic: Box<dyn Any + Send>) -> ! {
    let text = panics::text(panic.as_ref());
    // An unsolved exercise says so itself.
    if text.starts_with("not yet implemented") {
        panic::resume_unwind(panic);
    }
    give_up_with(
        Over::Panic,
        watched.log(),
        format!("`{what}` gives a result"),
        format!("it panicked{}: {text}", panics::at(text)),
        cause(text),
    )
}

fn cause(text: &str) -> &'static str {
    if text.contains("are disabled") {
        "A runtime that is built by hand has no timers and no I/O until they \
         are switched on."
    } else if text.contains("no reactor running") {
        "Tasks and timers look for the runtime of their thread, and there is \
         none: whatever polls here is no Tokio runtime."
    } else if text.contains("from within a runtime") {
        "This thread already runs async code, and a second runtime would \
         block it."
    } else {
        "The panic's own words say most: where does it come from?"
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Log;

    #[tokio::test(start_paused = true)]
    async fn there_is_no_runtime_outside() {
        let log = Log::new();
        let found = outside("f", &log, || {
            tokio::runtime::Handle::try_current().is_ok()
        });
        assert!(!found.await);
    }

    #[tokio::test(start_paused = true)]
    #[should_panic(expected = "no timers and no I/O until")]
    async fn a_panic_is_explained() {
        outside("f", &Log::new(), || panic!("timers are disabled")).await
    }

    #[tokio::test(start_paused = true)]
    #[should_panic(expected = "not yet implemented: f")]
    async fn an_unsolved_one_says_so() {
        outside("f", &Log::new(), || todo!("f")).await
    }
}
