//! expect: error E0521
//!
//! A method with `&self` borrows what it belongs to.

struct Crawler {
    host: String,
}

impl Crawler {
    async fn fetch(&self, page: u32) {
        println!("{}/{page}", self.host);
    }

    async fn crawl(&self) {
        let task = tokio::spawn(async move { self.fetch(1).await });
        let _ended = task.await;
    }
}

#[tokio::main]
async fn main() {
    let host = String::from("docs.rs");
    Crawler { host }.crawl().await;
}
