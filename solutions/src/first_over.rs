//! Ask a gauge for one reading after the other, and stop in time.

// begin solution
use std::pin::pin;

// end solution
use futures::Stream;
// begin solution
use futures::StreamExt;
// end solution

/// The first reading above `limit`, and how many came before it.
pub async fn first_over(
    readings: impl Stream<Item = u32>,
    limit: u32,
) -> Option<(usize, u32)> {
    // begin solution
    //~ // TODO: ask for no reading after the one that is wanted.
    //~ let _ = readings;
    //~ todo!("above {limit}")
    let mut readings = pin!(readings.enumerate());
    while let Some((before, reading)) = readings.next().await {
        if reading > limit {
            return Some((before, reading));
        }
    }
    None
    // end solution
}
