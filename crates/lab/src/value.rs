//! A check of one value that a function returned.

use std::fmt::Debug;

use crate::complaint::complain;
use crate::log::Watched;

/// `what` gave exactly this. The check knows its task best, so it says what
/// to think of first.
#[track_caller]
pub fn check_value<T: Debug + PartialEq>(
    watched: &dyn Watched,
    what: &str,
    got: &T,
    expected: &T,
    cause: &str,
) {
    if got != expected {
        complain(
            watched.log(),
            format!("`{what}` gives {expected:?}"),
            format!("it gave {got:?}"),
            cause,
        );
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Log;

    #[tokio::test(start_paused = true)]
    async fn the_right_value_passes() {
        check_value(&Log::new(), "answer", &42, &42, "nothing");
    }

    #[tokio::test(start_paused = true)]
    #[should_panic(expected = "`answer` gives 42\nhappened: it gave 41")]
    async fn another_value_is_told() {
        check_value(&Log::new(), "answer", &41, &42, "One too few.");
    }
}
