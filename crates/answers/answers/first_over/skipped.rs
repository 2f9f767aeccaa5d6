//! right
//!
//! What is not above the limit is skipped, up to the first that is.

use std::pin::pin;

use futures::{Stream, StreamExt, future::ready};

pub async fn first_over(
    readings: impl Stream<Item = u32>,
    limit: u32,
) -> Option<(usize, u32)> {
    let mut rest = pin!(
        readings
            .enumerate()
            .skip_while(|(_, reading)| ready(*reading <= limit))
    );
    rest.next().await
}
