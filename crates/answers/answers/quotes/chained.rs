//! wrong: each_news_is_shown_when_it_comes
//! says: the results ["18 at 550 ms"
//!
//! `chain` begins with the rates when the prices have ended. So the first rate
//! is asked for at 400 ms, and by then only the last price is left.

use futures::StreamExt;
use futures::stream::BoxStream;

pub async fn quotes(
    prices: BoxStream<'static, u32>,
    rates: BoxStream<'static, u32>,
    mut show: impl FnMut(u32),
) {
    let (mut price, mut rate) = (None, None);
    let prices = prices.map(|price| (Some(price), None));
    let rates = rates.map(|rate| (None, Some(rate)));
    let mut news = prices.chain(rates);
    while let Some((new_price, new_rate)) = news.next().await {
        price = new_price.or(price);
        rate = new_rate.or(rate);
        if let (Some(price), Some(rate)) = (price, rate) {
            show(price * rate);
        }
    }
}
