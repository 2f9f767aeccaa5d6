//! wrong: no_reading_is_asked_for_after_it
//! says: 4 were asked for
//!
//! The answer is known after the second reading, and the loop goes on to the
//! end of the stream. What leaves a loop?

use std::pin::pin;

use futures::{Stream, StreamExt};

pub async fn first_over(
    readings: impl Stream<Item = u32>,
    limit: u32,
) -> Option<(usize, u32)> {
    let mut readings = pin!(readings.enumerate());
    let mut found = None;
    while let Some((before, reading)) = readings.next().await {
        if reading > limit && found.is_none() {
            found = Some((before, reading));
        }
    }
    found
}
