//! wrong: a_slow_reading_is_waited_for
//! says: gave None
//!
//! After a minute without a reading the function gives up, and says that there
//! was none. Nobody has said how long a reading may take.

use std::pin::pin;
use std::time::Duration;

use futures::{Stream, StreamExt};
use tokio::time::timeout;

pub async fn first_over(
    readings: impl Stream<Item = u32>,
    limit: u32,
) -> Option<(usize, u32)> {
    let mut readings = pin!(readings.enumerate());
    let minute = Duration::from_secs(60);
    while let Ok(Some((before, reading))) =
        timeout(minute, readings.next()).await
    {
        if reading > limit {
            return Some((before, reading));
        }
    }
    None
}
