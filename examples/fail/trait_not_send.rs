//! expect: error E0277
//!
//! `async fn` in a trait does not say that its future is `Send`.

trait Client {
    async fn get(&self, path: &str) -> String;
}

async fn count(client: impl Client) -> usize {
    client.get("/").await.len()
}

fn start(client: impl Client + Send + 'static) {
    tokio::spawn(count(client));
}

fn main() {}
