//! wrong: every_item_comes_in_its_order
//! says: the results ["pear", "fig", "fig"]
//!
//! One item comes of each page. What becomes of the others on that page?

use futures::stream::BoxStream;
use futures::{StreamExt, stream};
use lab::Catalog;

pub fn items(catalog: Catalog) -> BoxStream<'static, String> {
    stream::unfold((catalog, 1), |(catalog, number)| async move {
        let page = catalog.page(number).await;
        let item = page.into_iter().next()?;
        Some((item, (catalog, number + 1)))
    })
    .boxed()
}
