//! right
//!
//! Two loops in one task, which share two cells.

use std::cell::{Cell, RefCell};

use futures::StreamExt;
use futures::future::ready;
use futures::stream::BoxStream;

pub async fn quotes(
    prices: BoxStream<'static, u32>,
    rates: BoxStream<'static, u32>,
    mut show: impl FnMut(u32),
) {
    let (price, rate) = (Cell::new(None), Cell::new(None));
    let show = RefCell::new(&mut show);
    let quote = || {
        if let (Some(price), Some(rate)) = (price.get(), rate.get()) {
            (show.borrow_mut())(price * rate);
        }
    };
    let all_prices = prices.for_each(|new| {
        price.set(Some(new));
        quote();
        ready(())
    });
    let all_rates = rates.for_each(|new| {
        rate.set(Some(new));
        quote();
        ready(())
    });
    tokio::join!(all_prices, all_rates);
}
