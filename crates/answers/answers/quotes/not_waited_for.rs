//! wrong: each_news_is_shown_when_it_comes
//! says: the results []
//!
//! Two tasks read the feeds, and the function returns before one of them has
//! brought anything. Who waits for them?

use futures::StreamExt;
use futures::stream::BoxStream;
use tokio::sync::mpsc;

pub async fn quotes(
    mut prices: BoxStream<'static, u32>,
    mut rates: BoxStream<'static, u32>,
    mut show: impl FnMut(u32),
) {
    let (tx, mut rx) = mpsc::channel(8);
    let (price_tx, rate_tx) = (tx.clone(), tx);
    tokio::spawn(async move {
        while let Some(price) = prices.next().await {
            let _ = price_tx.send((Some(price), None)).await;
        }
    });
    tokio::spawn(async move {
        while let Some(rate) = rates.next().await {
            let _ = rate_tx.send((None, Some(rate))).await;
        }
    });
    let (mut price, mut rate) = (None, None);
    while let Ok((new_price, new_rate)) = rx.try_recv() {
        price = new_price.or(price);
        rate = new_rate.or(rate);
        if let (Some(price), Some(rate)) = (price, rate) {
            show(price * rate);
        }
    }
}
