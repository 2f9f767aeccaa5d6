//! right
//!
//! Numbers, pages, and the end at the empty one.

use futures::future::ready;
use futures::stream::BoxStream;
use futures::{StreamExt, stream};
use lab::Catalog;

pub fn items(catalog: Catalog) -> BoxStream<'static, String> {
    stream::iter(1..)
        .then(move |number| {
            let catalog = catalog.clone();
            async move { catalog.page(number).await }
        })
        .take_while(|page| ready(!page.is_empty()))
        .flat_map(stream::iter)
        .boxed()
}
