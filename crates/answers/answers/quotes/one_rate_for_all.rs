//! wrong: each_news_is_shown_when_it_comes
//! says: "18 at 550 ms"
//!
//! The first rate is used for all prices. Rates come later, too.

use futures::StreamExt;
use futures::stream::BoxStream;

pub async fn quotes(
    mut prices: BoxStream<'static, u32>,
    mut rates: BoxStream<'static, u32>,
    mut show: impl FnMut(u32),
) {
    let Some(rate) = rates.next().await else {
        return;
    };
    while let Some(price) = prices.next().await {
        show(price * rate);
    }
}
