//! wrong: each_news_is_shown_when_it_comes
//! says: "0 at 100 ms"
//!
//! What is not known yet counts as 0, so a quote of 0 is shown before the first
//! rate has come.

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
        show(price * rate);
    }
}
