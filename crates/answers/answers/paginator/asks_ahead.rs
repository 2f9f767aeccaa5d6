//! wrong: it_stops_at_the_first_empty_page
//! says: page 5
//!
//! While a page is given out, the next one is asked for already, and the empty
//! one, too. So there is always one request more than is needed.

use futures::stream::BoxStream;
use futures::{StreamExt, stream};
use lab::Catalog;

pub fn items(catalog: Catalog) -> BoxStream<'static, String> {
    stream::unfold((catalog, 1, None), |(catalog, number, ahead)| async move {
        let page = match ahead {
            Some(page) => page,
            None => catalog.page(number).await,
        };
        let next = catalog.page(number + 1).await;
        (!page.is_empty()).then_some((page, (catalog, number + 1, Some(next))))
    })
    .flat_map(stream::iter)
    .boxed()
}
