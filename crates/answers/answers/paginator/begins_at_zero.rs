//! wrong: every_item_comes_in_its_order
//! says: the results []
//!
//! The catalog was asked for page 0, which has no items: that looks like the
//! end. The first page is page 1.

use futures::stream::BoxStream;
use futures::{StreamExt, stream};
use lab::Catalog;

pub fn items(catalog: Catalog) -> BoxStream<'static, String> {
    stream::unfold((catalog, 0), |(catalog, number)| async move {
        let items = catalog.page(number).await;
        (!items.is_empty()).then_some((items, (catalog, number + 1)))
    })
    .flat_map(stream::iter)
    .boxed()
}
