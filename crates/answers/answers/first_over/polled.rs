//! right
//!
//! `poll_next` by hand.

use std::future::poll_fn;
use std::pin::pin;
use std::task::{Poll, ready};

use futures::Stream;

pub async fn first_over(
    readings: impl Stream<Item = u32>,
    limit: u32,
) -> Option<(usize, u32)> {
    let mut readings = pin!(readings);
    let mut before = 0;
    poll_fn(|cx| {
        loop {
            match ready!(readings.as_mut().poll_next(cx)) {
                Some(reading) if reading > limit => {
                    return Poll::Ready(Some((before, reading)));
                }
                Some(_) => before += 1,
                None => return Poll::Ready(None),
            }
        }
    })
    .await
}
