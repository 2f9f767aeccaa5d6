//! Choose a client while the program runs.
//!
//! In Python this is a list of objects that have the same methods.
//!
//!     cargo run --example dyn_client

use futures::{FutureExt, future::BoxFuture};
use std::time::Duration;
use tokio::time::sleep;

// ANCHOR: dyn
trait Client {
    fn get<'a>(&'a self, path: &'a str) -> BoxFuture<'a, String>;
}

struct Network;

impl Client for Network {
    fn get<'a>(&'a self, path: &'a str) -> BoxFuture<'a, String> {
        async move {
            sleep(Duration::from_millis(50)).await;
            format!("page {path}")
        }
        .boxed()
    }
}

struct Fake(&'static str);

impl Client for Fake {
    fn get<'a>(&'a self, _path: &'a str) -> BoxFuture<'a, String> {
        async { self.0.to_owned() }.boxed()
    }
}

#[tokio::main]
async fn main() {
    let clients: Vec<Box<dyn Client>> =
        vec![Box::new(Fake("abc")), Box::new(Network)];
    for client in clients {
        println!("{}", client.get("/").await);
    }
}
// ANCHOR_END: dyn
