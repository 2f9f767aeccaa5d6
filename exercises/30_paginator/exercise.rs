//! A catalog gives its items page by page; whoever reads it sees items only.

use futures::stream::BoxStream;
use lab::Catalog;

/// All items of `catalog.page(1)`, `catalog.page(2)` and so on, up to the
/// first page without items.
pub fn items(catalog: Catalog) -> BoxStream<'static, String> {
    // TODO: a page is asked for when its first item is wanted.
    todo!("the items of {catalog:?}")
}
