//! wrong: a_gauge_that_ends_gives_none
//! says: gave Some((1, 8))
//!
//! No reading was above the limit, and the last one is given in its place. Who
//! calls this cannot tell the two apart.

use std::pin::pin;

use futures::{Stream, StreamExt};

pub async fn first_over(
    readings: impl Stream<Item = u32>,
    limit: u32,
) -> Option<(usize, u32)> {
    let mut readings = pin!(readings.enumerate());
    let mut last = None;
    while let Some((before, reading)) = readings.next().await {
        last = Some((before, reading));
        if reading > limit {
            break;
        }
    }
    last
}
