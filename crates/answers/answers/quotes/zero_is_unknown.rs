//! wrong: zero_is_a_number
//! says: the results ["10 at 50 ms"]
//!
//! 0 stands for "not known yet". But a feed may bring a 0, and then it is
//! known.

use futures::stream::BoxStream;
use futures::{StreamExt, stream};

pub async fn quotes(
    prices: BoxStream<'static, u32>,
    rates: BoxStream<'static, u32>,
    mut show: impl FnMut(u32),
) {
    let (mut price, mut rate) = (0, 0);
    let prices = prices.map(|price| (Some(price), None));
    let rates = rates.map(|rate| (None, Some(rate)));
    let mut news = stream::select(prices, rates);
    while let Some((new_price, new_rate)) = news.next().await {
        price = new_price.unwrap_or(price);
        rate = new_rate.unwrap_or(rate);
        if price * rate > 0 {
            show(price * rate);
        }
    }
}
