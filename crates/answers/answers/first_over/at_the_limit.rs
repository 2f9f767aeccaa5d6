//! wrong: a_reading_at_the_limit_is_not_above_it
//! says: gave Some((0, 8))
//!
//! The limit is 8, and a reading of 8 is taken for one above it.

use std::pin::pin;

use futures::{Stream, StreamExt};

pub async fn first_over(
    readings: impl Stream<Item = u32>,
    limit: u32,
) -> Option<(usize, u32)> {
    let mut readings = pin!(readings.enumerate());
    while let Some((before, reading)) = readings.next().await {
        if reading >= limit {
            return Some((before, reading));
        }
    }
    None
}
