//! wrong: nothing_is_shown_until_both_are_known
//! says: the results []
//!
//! When the prices have ended, the rates are not read any more. Each of the two
//! may be the one that goes on.

use futures::StreamExt;
use futures::stream::BoxStream;

pub async fn quotes(
    mut prices: BoxStream<'static, u32>,
    rates: BoxStream<'static, u32>,
    mut show: impl FnMut(u32),
) {
    let (mut price, mut rate) = (None, None);
    let mut rates = rates.fuse();
    loop {
        tokio::select! {
            new = prices.next() => match new {
                Some(new) => price = Some(new),
                None => break,
            },
            Some(new) = rates.next() => rate = Some(new),
        }
        if let (Some(price), Some(rate)) = (price, rate) {
            show(price * rate);
        }
    }
}
