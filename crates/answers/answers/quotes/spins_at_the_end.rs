//! hangs: the_prices_go_on_when_the_rates_have_ended
//! says: has held its thread
//!
//! A fused stream that has ended gives `None` again and again, and at once. The
//! loop takes it each time and never waits for the other feed. What keeps a
//! branch out of a `select!`?

use futures::StreamExt;
use futures::stream::BoxStream;

pub async fn quotes(
    prices: BoxStream<'static, u32>,
    rates: BoxStream<'static, u32>,
    mut show: impl FnMut(u32),
) {
    let (mut prices, mut rates) = (prices.fuse(), rates.fuse());
    let (mut price, mut rate) = (None, None);
    while !prices.is_done() || !rates.is_done() {
        tokio::select! {
            biased;
            new = rates.next() => match new {
                Some(new) => rate = Some(new),
                None => continue,
            },
            new = prices.next() => match new {
                Some(new) => price = Some(new),
                None => continue,
            },
        }
        if let (Some(price), Some(rate)) = (price, rate) {
            show(price * rate);
        }
    }
}
