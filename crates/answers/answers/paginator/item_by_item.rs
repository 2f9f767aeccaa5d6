//! right
//!
//! The state has the items that are left.

use std::collections::VecDeque;

use futures::stream::BoxStream;
use futures::{StreamExt, stream};
use lab::Catalog;

pub fn items(catalog: Catalog) -> BoxStream<'static, String> {
    let state = (catalog, 1, VecDeque::new());
    stream::unfold(state, |(catalog, mut number, mut left)| async move {
        if left.is_empty() {
            left = VecDeque::from(catalog.page(number).await);
            number += 1;
        }
        let item = left.pop_front()?;
        Some((item, (catalog, number, left)))
    })
    .boxed()
}
