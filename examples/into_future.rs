//! What can stand before `.await`: a future, or what can become one.
//!
//! In Python this is a class with `__await__`.
//!
//!     cargo run --example into_future

use std::{pin::Pin, time::Duration};
use tokio::time::sleep;

// ANCHOR: main
struct Request {
    url: &'static str,
    retries: u32,
}

impl Request {
    fn retries(mut self, retries: u32) -> Self {
        self.retries = retries;
        self
    }

    async fn send(self) -> String {
        sleep(Duration::from_millis(10)).await;
        format!("{} with {} retries", self.url, self.retries)
    }
}

impl IntoFuture for Request {
    type Output = String;
    type IntoFuture = Pin<Box<dyn Future<Output = String> + Send>>;

    fn into_future(self) -> Self::IntoFuture {
        Box::pin(self.send())
    }
}

#[tokio::main]
async fn main() {
    let url = "example.org";
    let request = Request { url, retries: 0 };
    println!("{}", request.retries(3).await);
}
// ANCHOR_END: main
