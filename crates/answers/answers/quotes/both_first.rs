//! wrong: each_news_is_shown_when_it_comes
//! says: "10 at 250 ms"
//!
//! The first price and the first rate are awaited together, before the loop.
//! Prices that come meanwhile are not asked for, so the first quote has an old
//! price.

use futures::stream::BoxStream;
use futures::{StreamExt, stream};

pub async fn quotes(
    mut prices: BoxStream<'static, u32>,
    mut rates: BoxStream<'static, u32>,
    mut show: impl FnMut(u32),
) {
    let (first, second) = tokio::join!(prices.next(), rates.next());
    let mut price = first.expect("a price");
    let mut rate = second.expect("a rate");
    show(price * rate);
    let prices = prices.map(|price| (Some(price), None));
    let rates = rates.map(|rate| (None, Some(rate)));
    let mut news = stream::select(prices, rates);
    while let Some((new_price, new_rate)) = news.next().await {
        price = new_price.unwrap_or(price);
        rate = new_rate.unwrap_or(rate);
        show(price * rate);
    }
}
