//! right
//!
//! A type of its own, with `poll_next`.

use std::collections::VecDeque;
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use futures::Stream;
use futures::future::BoxFuture;
use futures::stream::BoxStream;
use lab::Catalog;

struct Items {
    catalog: Catalog,
    number: usize,
    left: VecDeque<String>,
    asked: Option<BoxFuture<'static, Vec<String>>>,
}

impl Stream for Items {
    type Item = String;

    fn poll_next(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
    ) -> Poll<Option<String>> {
        if let Some(item) = self.left.pop_front() {
            return Poll::Ready(Some(item));
        }
        if self.asked.is_none() {
            self.number += 1;
            let (catalog, number) = (self.catalog.clone(), self.number);
            let page = async move { catalog.page(number).await };
            self.asked = Some(Box::pin(page));
        }
        if let Some(asked) = &mut self.asked {
            self.left = ready!(asked.as_mut().poll(cx)).into();
            self.asked = None;
        }
        Poll::Ready(self.left.pop_front())
    }
}

pub fn items(catalog: Catalog) -> BoxStream<'static, String> {
    Box::pin(Items {
        catalog,
        number: 0,
        left: VecDeque::new(),
        asked: None,
    })
}
