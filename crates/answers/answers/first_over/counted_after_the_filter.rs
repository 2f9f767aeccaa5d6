//! wrong: the_first_above_the_limit_is_found
//! says: gave Some((0, 12))
//!
//! The readings are counted after those below the limit were left out, so the
//! first that is left is number 0. Which step has to come first?

use std::pin::pin;

use futures::{Stream, StreamExt, future::ready};

pub async fn first_over(
    readings: impl Stream<Item = u32>,
    limit: u32,
) -> Option<(usize, u32)> {
    let mut over = pin!(
        readings
            .filter(|reading| ready(*reading > limit))
            .enumerate()
    );
    over.next().await
}
