//! wrong: no_reading_is_asked_for_after_it
//! says: 4 were asked for
//!
//! A fold goes through the whole stream, although its result is known early.
//! Which adapters stop when they have what they want?

use futures::{Stream, StreamExt};

pub async fn first_over(
    readings: impl Stream<Item = u32>,
    limit: u32,
) -> Option<(usize, u32)> {
    readings
        .enumerate()
        .fold(None, |found: Option<(usize, u32)>, item| async move {
            found.or((item.1 > limit).then_some(item))
        })
        .await
}
