//! wrong: each_news_is_shown_when_it_comes
//! says: the results ["14 at 150 ms", "10 at 200 ms", "15 at 350 ms"]
//!
//! The loop ends as soon as one feed has ended, while the other still has
//! items. Which of the two ends has come, and what is still to come?

use futures::StreamExt;
use futures::stream::BoxStream;

pub async fn quotes(
    mut prices: BoxStream<'static, u32>,
    mut rates: BoxStream<'static, u32>,
    mut show: impl FnMut(u32),
) {
    let (mut price, mut rate) = (None, None);
    loop {
        tokio::select! {
            new = prices.next() => match new {
                Some(new) => price = Some(new),
                None => break,
            },
            new = rates.next() => match new {
                Some(new) => rate = Some(new),
                None => break,
            },
        }
        if let (Some(price), Some(rate)) = (price, rate) {
            show(price * rate);
        }
    }
}
