//! wrong: nothing_is_asked_for_before_it_is_wanted
//! says: asked for: page 1
//!
//! A task asks for the pages from the moment in which the stream is made, and a
//! task does not wait until somebody wants an item. What else can keep the
//! place between two items?

use futures::stream::BoxStream;
use futures::{StreamExt, stream};
use lab::Catalog;
use tokio::sync::mpsc;

pub fn items(catalog: Catalog) -> BoxStream<'static, String> {
    let (tx, mut rx) = mpsc::channel(1);
    tokio::spawn(async move {
        for number in 1.. {
            let page = catalog.page(number).await;
            if page.is_empty() {
                return;
            }
            for item in page {
                if tx.send(item).await.is_err() {
                    return;
                }
            }
        }
    });
    stream::poll_fn(move |cx| rx.poll_recv(cx)).boxed()
}
