//! An interface with async methods, and two types that have it.
//!
//! In Python this is a Protocol, or any object with the right methods.
//!
//!     cargo run --example async_trait

use std::time::Duration;
use tokio::{task::JoinError, time::sleep};

// ANCHOR: trait
trait Client {
    /// Says in the trait that the future may go to another thread.
    fn get(&self, path: &str) -> impl Future<Output = String> + Send;
}

struct Network;

impl Client for Network {
    async fn get(&self, path: &str) -> String {
        sleep(Duration::from_millis(50)).await;
        format!("page {path}")
    }
}

struct Fake(&'static str);

impl Client for Fake {
    async fn get(&self, _path: &str) -> String {
        self.0.to_owned()
    }
}

async fn count(client: impl Client) -> usize {
    client.get("/").await.len()
}

#[tokio::main]
async fn main() -> Result<(), JoinError> {
    println!("real: {}", tokio::spawn(count(Network)).await?);
    println!("fake: {}", tokio::spawn(count(Fake("abc"))).await?);
    Ok(())
}
// ANCHOR_END: trait
