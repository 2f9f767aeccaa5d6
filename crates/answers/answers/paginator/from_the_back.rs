//! wrong: every_item_comes_in_its_order
//! says: the results ["fig", "pear", "apple", "fig", "fig"]
//!
//! `pop` takes the last item of a page first. The catalog has an order within
//! its pages, too.

use futures::stream::BoxStream;
use futures::{StreamExt, stream};
use lab::Catalog;

pub fn items(catalog: Catalog) -> BoxStream<'static, String> {
    let state = (catalog, 1, Vec::new());
    stream::unfold(state, |(catalog, mut number, mut left)| async move {
        if left.is_empty() {
            left = catalog.page(number).await;
            number += 1;
        }
        let item = left.pop()?;
        Some((item, (catalog, number, left)))
    })
    .boxed()
}
