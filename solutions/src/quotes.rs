//! Two feeds, each at its own pace, and one of them ends early.

use futures::stream::BoxStream;
// begin solution
use futures::{StreamExt, stream};
// end solution

/// Shows `price * rate` for each new price and each new rate, as soon as both
/// are known, until both feeds have ended.
pub async fn quotes(
    prices: BoxStream<'static, u32>,
    rates: BoxStream<'static, u32>,
    mut show: impl FnMut(u32),
) {
    // begin solution
    //~ // TODO: neither feed may wait for the other.
    //~ let _ = (prices, rates);
    //~ show(0);
    //~ todo!()
    let (mut price, mut rate) = (None, None);
    // Each says which of the two it brings.
    let prices = prices.map(|price| (Some(price), None));
    let rates = rates.map(|rate| (None, Some(rate)));
    let mut news = stream::select(prices, rates);
    while let Some((new_price, new_rate)) = news.next().await {
        price = new_price.or(price);
        rate = new_rate.or(rate);
        if let (Some(price), Some(rate)) = (price, rate) {
            show(price * rate);
        }
    }
    // end solution
}
