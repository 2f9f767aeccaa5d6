//! wrong: a_price_that_comes_again_is_shown_again
//! says: the results ["6 at 40 ms"]
//!
//! A quote is left out when it is the same as the one before. Each item of a
//! feed is news, also if it has the same number.

use futures::stream::BoxStream;
use futures::{StreamExt, stream};

pub async fn quotes(
    prices: BoxStream<'static, u32>,
    rates: BoxStream<'static, u32>,
    mut show: impl FnMut(u32),
) {
    let (mut price, mut rate, mut last) = (None, None, None);
    let prices = prices.map(|price| (Some(price), None));
    let rates = rates.map(|rate| (None, Some(rate)));
    let mut news = stream::select(prices, rates);
    while let Some((new_price, new_rate)) = news.next().await {
        price = new_price.or(price);
        rate = new_rate.or(rate);
        if let (Some(price), Some(rate)) = (price, rate)
            && last != Some(price * rate)
        {
            last = Some(price * rate);
            show(price * rate);
        }
    }
}
