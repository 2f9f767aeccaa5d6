//! wrong: a_stream_that_is_dropped_asks_no_more
//! says: it went on
//!
//! Each request is a task, and nobody ends that task when the stream is
//! dropped. A future that is awaited in place is dropped with the stream.

use futures::stream::BoxStream;
use futures::{StreamExt, stream};
use lab::Catalog;

pub fn items(catalog: Catalog) -> BoxStream<'static, String> {
    stream::unfold((catalog, 1), |(catalog, number)| async move {
        let asked = catalog.clone();
        let task = tokio::spawn(async move { asked.page(number).await });
        let items = task.await.ok()?;
        (!items.is_empty()).then_some((items, (catalog, number + 1)))
    })
    .flat_map(stream::iter)
    .boxed()
}
