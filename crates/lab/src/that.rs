//! A check whose four parts the exercise writes itself.

use crate::complaint::complain;
use crate::log::Watched;

/// Fails unless `ok`, with what was expected, what happened, and why perhaps.
#[track_caller]
pub fn check_that(
    watched: &dyn Watched,
    ok: bool,
    expected: &str,
    happened: &str,
    cause: &str,
) {
    if !ok {
        complain(watched.log(), expected.into(), happened.into(), cause);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::log::Log;

    #[tokio::test(start_paused = true)]
    async fn it_tells_all_four_parts() {
        let log = Log::new();
        check_that(&log, true, "a", "b", "c");
        let failed = std::panic::catch_unwind(|| {
            check_that(&log, false, "a pear", "an apple", "the tree")
        });
        let text = failed.expect_err("it fails");
        let text = text.downcast::<String>().expect("a message");
        assert!(text.starts_with("expected: a pear\nhappened: an apple\n"));
        assert!(text.ends_with("likely cause: the tree"));
    }
}
