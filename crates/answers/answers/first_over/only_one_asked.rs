//! wrong: the_first_above_the_limit_is_found
//! says: gave None
//!
//! One item was asked for, and it was not above the limit. An `if let` asks
//! once; what asks again?

use std::pin::pin;

use futures::{Stream, StreamExt};

pub async fn first_over(
    readings: impl Stream<Item = u32>,
    limit: u32,
) -> Option<(usize, u32)> {
    let mut readings = pin!(readings.enumerate());
    if let Some((before, reading)) = readings.next().await
        && reading > limit
    {
        return Some((before, reading));
    }
    None
}
