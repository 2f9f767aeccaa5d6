//! expect: error E0038
//!
//! A trait with an `async fn` cannot be `dyn`.

trait Client {
    async fn get(&self, path: &str) -> String;
}

async fn first(clients: Vec<Box<dyn Client>>) -> String {
    clients[0].get("/").await
}

fn main() {}
