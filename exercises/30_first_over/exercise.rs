//! Ask a gauge for one reading after the other, and stop in time.

use futures::Stream;

/// The first reading above `limit`, and how many came before it.
pub async fn first_over(
    readings: impl Stream<Item = u32>,
    limit: u32,
) -> Option<(usize, u32)> {
    // TODO: ask for no reading after the one that is wanted.
    let _ = readings;
    todo!("above {limit}")
}
