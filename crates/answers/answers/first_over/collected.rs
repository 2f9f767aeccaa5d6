//! wrong: no_reading_is_asked_for_after_it
//! says: 4 were asked for
//!
//! All readings are collected before one is looked at. The timeline shows four
//! of them where two would do, and an endless gauge would never give an answer.
//! When does your code look at a reading?

use futures::{Stream, StreamExt};

pub async fn first_over(
    readings: impl Stream<Item = u32>,
    limit: u32,
) -> Option<(usize, u32)> {
    let all: Vec<u32> = readings.collect().await;
    let before = all.iter().position(|reading| *reading > limit)?;
    Some((before, all[before]))
}
