//! wrong: a_gauge_that_ends_gives_none
//! says: one is above the limit
//!
//! The gauge ends without such a reading, and that is one of the answers:
//! `None`. An `expect` makes a panic of it.

use std::pin::pin;

use futures::{Stream, StreamExt};

pub async fn first_over(
    readings: impl Stream<Item = u32>,
    limit: u32,
) -> Option<(usize, u32)> {
    let mut readings = pin!(readings.enumerate());
    loop {
        let next = readings.next().await;
        let (before, reading) = next.expect("one is above the limit");
        if reading > limit {
            return Some((before, reading));
        }
    }
}
