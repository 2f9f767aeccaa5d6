//! right
//!
//! `scan` ends it with `None`.

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
        .scan((), |(), page| ready((!page.is_empty()).then_some(page)))
        .map(stream::iter)
        .flatten()
        .boxed()
}
