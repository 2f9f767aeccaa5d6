//! wrong: each_news_is_shown_when_it_comes
//! says: the results ["14 at 150 ms", "15 at 350 ms"]
//!
//! `zip` waits for a price and a rate, and makes one pair of them: two quotes,
//! where four news came. Here each news counts by itself.

use futures::StreamExt;
use futures::stream::BoxStream;

pub async fn quotes(
    prices: BoxStream<'static, u32>,
    rates: BoxStream<'static, u32>,
    mut show: impl FnMut(u32),
) {
    let mut pairs = prices.zip(rates);
    while let Some((price, rate)) = pairs.next().await {
        show(price * rate);
    }
}
