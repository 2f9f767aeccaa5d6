//! wrong: the_first_above_the_limit_is_found
//! says: gave Some((2, 12))
//!
//! The second reading is the one, and one reading came before it. The answer
//! counts the reading itself, too.

use std::pin::pin;

use futures::{Stream, StreamExt};

pub async fn first_over(
    readings: impl Stream<Item = u32>,
    limit: u32,
) -> Option<(usize, u32)> {
    let mut readings = pin!(readings);
    let mut count = 0;
    while let Some(reading) = readings.next().await {
        count += 1;
        if reading > limit {
            return Some((count, reading));
        }
    }
    None
}
