//! wrong: the_first_above_the_limit_is_found
//! says: gave Some((1, 20))
//!
//! `next` is called in two places, and each call takes a reading. The second
//! call looks at one that the loop has not seen.

use std::pin::pin;

use futures::{Stream, StreamExt};

pub async fn first_over(
    readings: impl Stream<Item = u32>,
    limit: u32,
) -> Option<(usize, u32)> {
    let mut readings = pin!(readings);
    let mut before = 0;
    while readings.next().await.is_some() {
        if let Some(reading) = readings.next().await
            && reading > limit + 4
        {
            return Some((before, reading));
        }
        before += 1;
    }
    None
}
