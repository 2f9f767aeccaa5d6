//! wrong: each_news_is_shown_when_it_comes
//! says: the results ["14 at 150 ms", "15 at 350 ms"]
//!
//! `join!` waits for the next price and the next rate together, so the faster
//! feed waits for the slower one.

use futures::StreamExt;
use futures::stream::BoxStream;

pub async fn quotes(
    mut prices: BoxStream<'static, u32>,
    mut rates: BoxStream<'static, u32>,
    mut show: impl FnMut(u32),
) {
    while let (Some(price), Some(rate)) =
        tokio::join!(prices.next(), rates.next())
    {
        show(price * rate);
    }
}
