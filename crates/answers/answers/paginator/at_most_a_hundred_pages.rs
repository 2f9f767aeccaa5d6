//! wrong: many_pages_are_fine
//! says: the results
//!
//! The catalog has three hundred pages, and the stream ends after a hundred.

use futures::stream::BoxStream;
use futures::{StreamExt, stream};
use lab::Catalog;

pub fn items(catalog: Catalog) -> BoxStream<'static, String> {
    stream::unfold((catalog, 1), |(catalog, number)| async move {
        let items = catalog.page(number).await;
        (!items.is_empty()).then_some((items, (catalog, number + 1)))
    })
    .take(100)
    .flat_map(stream::iter)
    .boxed()
}
