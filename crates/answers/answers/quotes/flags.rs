//! right
//!
//! A flag for each feed.

use futures::StreamExt;
use futures::stream::BoxStream;

pub async fn quotes(
    mut prices: BoxStream<'static, u32>,
    mut rates: BoxStream<'static, u32>,
    mut show: impl FnMut(u32),
) {
    let (mut price, mut rate) = (None, None);
    let (mut more_prices, mut more_rates) = (true, true);
    while more_prices || more_rates {
        tokio::select! {
            new = prices.next(), if more_prices => {
                more_prices = new.is_some();
                let Some(new) = new else { continue };
                price = Some(new);
            }
            new = rates.next(), if more_rates => {
                more_rates = new.is_some();
                let Some(new) = new else { continue };
                rate = Some(new);
            }
        }
        if let (Some(price), Some(rate)) = (price, rate) {
            show(price * rate);
        }
    }
}
