//! wrong: every_item_comes_in_its_order
//! says: still at work
//!
//! Empty pages are asked for without end: nothing in the code looks at an empty
//! page. Which value ends a stream?

use futures::stream::BoxStream;
use futures::{StreamExt, stream};
use lab::Catalog;

pub fn items(catalog: Catalog) -> BoxStream<'static, String> {
    stream::iter(1..)
        .then(move |number| {
            let catalog = catalog.clone();
            async move { catalog.page(number).await }
        })
        .flat_map(stream::iter)
        .boxed()
}
