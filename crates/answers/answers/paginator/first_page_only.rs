//! wrong: every_item_comes_in_its_order
//! says: the results ["pear", "fig"]
//!
//! The items of one page come, and then the stream ends. Who asks for the next
//! page?

use futures::stream::BoxStream;
use futures::{StreamExt, stream};
use lab::Catalog;

pub fn items(catalog: Catalog) -> BoxStream<'static, String> {
    stream::once(async move { catalog.page(1).await })
        .flat_map(stream::iter)
        .boxed()
}
