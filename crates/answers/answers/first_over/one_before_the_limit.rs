//! wrong: the_first_above_the_limit_is_found
//! says: gave Some((1, 3))
//!
//! `take_while` gives what stands before the reading that is wanted, and that
//! reading itself is gone. What gives everything from it on?

use std::pin::pin;

use futures::{Stream, StreamExt, future::ready};

pub async fn first_over(
    readings: impl Stream<Item = u32>,
    limit: u32,
) -> Option<(usize, u32)> {
    let mut below =
        pin!(readings.take_while(|reading| ready(*reading <= limit)));
    let (mut before, mut last) = (0, None);
    while let Some(reading) = below.next().await {
        before += 1;
        last = Some(reading);
    }
    Some((before, last?))
}
