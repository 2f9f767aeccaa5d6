//! wrong: each_news_is_shown_when_it_comes
//! says: must not be polled after it returned
//!
//! When a feed has ended, `select!` asks it again in the next round. A stream
//! that has given `None` must not be polled again, and this one panics.

use futures::StreamExt;
use futures::stream::BoxStream;

pub async fn quotes(
    mut prices: BoxStream<'static, u32>,
    mut rates: BoxStream<'static, u32>,
    mut show: impl FnMut(u32),
) {
    let (mut price, mut rate) = (None, None);
    loop {
        tokio::select! {
            Some(new) = prices.next() => price = Some(new),
            Some(new) = rates.next() => rate = Some(new),
            else => break,
        }
        if let (Some(price), Some(rate)) = (price, rate) {
            show(price * rate);
        }
    }
}
