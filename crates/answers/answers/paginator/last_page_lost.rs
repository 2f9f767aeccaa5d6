//! wrong: every_item_comes_in_its_order
//! says: the results ["pear", "fig", "fig", "apple"]
//!
//! The last page is missing. Each step gives the page of the step before, and
//! when the empty page comes, nobody gives out the one that waits.

use futures::stream::BoxStream;
use futures::{StreamExt, stream};
use lab::Catalog;

pub fn items(catalog: Catalog) -> BoxStream<'static, String> {
    stream::unfold(
        (catalog, 1, vec![]),
        |(catalog, number, before)| async move {
            let page = catalog.page(number).await;
            (!page.is_empty()).then_some((before, (catalog, number + 1, page)))
        },
    )
    .flat_map(stream::iter)
    .boxed()
}
