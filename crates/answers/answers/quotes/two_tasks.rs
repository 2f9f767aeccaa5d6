//! right
//!
//! A task for each feed, and a channel.

use futures::StreamExt;
use futures::stream::BoxStream;
use tokio::sync::mpsc;
use tokio::task::JoinSet;

pub async fn quotes(
    mut prices: BoxStream<'static, u32>,
    mut rates: BoxStream<'static, u32>,
    mut show: impl FnMut(u32),
) {
    let (tx, mut rx) = mpsc::channel(8);
    let rate_tx = tx.clone();
    let mut tasks = JoinSet::new();
    tasks.spawn(async move {
        while let Some(price) = prices.next().await {
            let _ = tx.send((Some(price), None)).await;
        }
    });
    tasks.spawn(async move {
        while let Some(rate) = rates.next().await {
            let _ = rate_tx.send((None, Some(rate))).await;
        }
    });
    let (mut price, mut rate) = (None, None);
    while let Some((new_price, new_rate)) = rx.recv().await {
        price = new_price.or(price);
        rate = new_rate.or(rate);
        if let (Some(price), Some(rate)) = (price, rate) {
            show(price * rate);
        }
    }
}
