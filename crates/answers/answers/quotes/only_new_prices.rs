//! wrong: each_news_is_shown_when_it_comes
//! says: the results ["10 at 200 ms", "27 at 400 ms"]
//!
//! Quotes are shown when a price comes, and not when a rate comes. A new rate
//! is news, too.

use futures::stream::BoxStream;
use futures::{StreamExt, stream};

pub async fn quotes(
    prices: BoxStream<'static, u32>,
    rates: BoxStream<'static, u32>,
    mut show: impl FnMut(u32),
) {
    let (mut price, mut rate) = (None, None);
    let prices = prices.map(|price| (Some(price), None));
    let rates = rates.map(|rate| (None, Some(rate)));
    let mut news = stream::select(prices, rates);
    while let Some((new_price, new_rate)) = news.next().await {
        price = new_price.or(price);
        rate = new_rate.or(rate);
        if let (Some(price), Some(rate), Some(_)) = (price, rate, new_price) {
            show(price * rate);
        }
    }
}
