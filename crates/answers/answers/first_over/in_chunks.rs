//! wrong: no_reading_is_asked_for_after_it
//! says: were asked for
//!
//! The readings are taken four at a time, and the second of them is the one.
//! Two were asked for that nobody needs.

use std::pin::pin;

use futures::{Stream, StreamExt};

pub async fn first_over(
    readings: impl Stream<Item = u32>,
    limit: u32,
) -> Option<(usize, u32)> {
    let mut chunks = pin!(readings.enumerate().chunks(4));
    while let Some(chunk) = chunks.next().await {
        let over = chunk.into_iter().find(|(_, reading)| *reading > limit);
        if over.is_some() {
            return over;
        }
    }
    None
}
