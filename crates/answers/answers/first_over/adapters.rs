//! right
//!
//! Adapters say the same, in the same order.

use std::pin::pin;

use futures::{Stream, StreamExt, future::ready};

pub async fn first_over(
    readings: impl Stream<Item = u32>,
    limit: u32,
) -> Option<(usize, u32)> {
    let mut over = pin!(
        readings
            .enumerate()
            .filter(|(_, reading)| ready(*reading > limit))
    );
    over.next().await
}
