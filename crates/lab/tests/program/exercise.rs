//! What a reader may write: the one panics here, the other in the library.

use std::time::Duration;

pub fn one_of(list: &[u32]) -> u32 {
    list[0]
}

pub fn less(time: Duration) -> Duration {
    Duration::ZERO - time
}
