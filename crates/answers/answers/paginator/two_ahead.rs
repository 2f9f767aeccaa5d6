//! wrong: it_stops_at_the_first_empty_page
//! says: it took 200 ms
//!
//! `buffered` asks for two pages at the same time, so that one is on its way
//! when the empty one comes. Here a page is asked for only when its first item
//! is wanted.

use futures::future::ready;
use futures::stream::BoxStream;
use futures::{StreamExt, stream};
use lab::Catalog;

pub fn items(catalog: Catalog) -> BoxStream<'static, String> {
    stream::iter(1..)
        .map(move |number| {
            let catalog = catalog.clone();
            async move { catalog.page(number).await }
        })
        .buffered(2)
        .take_while(|page| ready(!page.is_empty()))
        .flat_map(stream::iter)
        .boxed()
}
