//! right
//!
//! `select!` with fused streams, and `else` at the end.

use futures::StreamExt;
use futures::stream::BoxStream;

pub async fn quotes(
    prices: BoxStream<'static, u32>,
    rates: BoxStream<'static, u32>,
    mut show: impl FnMut(u32),
) {
    let (mut prices, mut rates) = (prices.fuse(), rates.fuse());
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
