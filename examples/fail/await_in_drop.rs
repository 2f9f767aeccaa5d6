//! expect: error E0728

use std::time::Duration;
use tokio::time::sleep;

struct Connection;

impl Connection {
    async fn goodbye(&mut self) {
        sleep(Duration::from_millis(100)).await;
    }
}

impl Drop for Connection {
    fn drop(&mut self) {
        self.goodbye().await;
    }
}

#[tokio::main]
async fn main() {
    let _connection = Connection;
}
