//! right
//!
//! Pinned on the heap, and counted by hand.

use futures::{Stream, StreamExt};

pub async fn first_over(
    readings: impl Stream<Item = u32>,
    limit: u32,
) -> Option<(usize, u32)> {
    let mut readings = readings.boxed_local();
    let mut before = 0;
    while let Some(reading) = readings.next().await {
        if reading > limit {
            return Some((before, reading));
        }
        before += 1;
    }
    None
}
