//! wrong: every_item_comes_in_its_order
//! says: the results ["pear", "fig", "apple"]
//!
//! An item that stands in the catalog more than once comes once. Nobody has
//! asked for that.

use std::collections::HashSet;

use futures::future::ready;
use futures::stream::BoxStream;
use futures::{StreamExt, stream};
use lab::Catalog;

pub fn items(catalog: Catalog) -> BoxStream<'static, String> {
    let mut seen = HashSet::new();
    stream::unfold((catalog, 1), |(catalog, number)| async move {
        let items = catalog.page(number).await;
        (!items.is_empty()).then_some((items, (catalog, number + 1)))
    })
    .flat_map(stream::iter)
    .filter(move |item| ready(seen.insert(item.clone())))
    .boxed()
}
