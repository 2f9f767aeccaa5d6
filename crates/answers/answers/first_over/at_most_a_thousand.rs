//! wrong: an_endless_gauge_is_fine
//! says: gave None
//!
//! The search ends after a thousand readings. The reading that is wanted comes
//! after 1009 others.

use std::pin::pin;

use futures::{Stream, StreamExt};

pub async fn first_over(
    readings: impl Stream<Item = u32>,
    limit: u32,
) -> Option<(usize, u32)> {
    let mut readings = pin!(readings.enumerate().take(1000));
    while let Some((before, reading)) = readings.next().await {
        if reading > limit {
            return Some((before, reading));
        }
    }
    None
}
