//! Open a connection, lend it, and close it whatever the borrower says.
//!
//! In Python this is `@asynccontextmanager`, with `try` and `finally`.
//!
//!     cargo run --example with_conn

use std::time::Duration;
use tokio::time::{sleep, timeout};

const END: &str = "too late";

struct Conn;

impl Conn {
    async fn open() -> Self {
        println!("open");
        Conn
    }

    async fn query(&mut self, ms: u64) -> Result<u32, String> {
        sleep(Duration::from_millis(ms)).await;
        match END {
            "error" => Err("no such table".to_owned()),
            _ => Ok(42),
        }
    }

    async fn close(self) {
        sleep(Duration::from_millis(10)).await; // says goodbye to the server
        println!("closed");
    }
}

// ANCHOR: with
async fn with_conn<T>(body: impl AsyncFnOnce(&mut Conn) -> T) -> T {
    let mut conn = Conn::open().await;
    let result = body(&mut conn).await;
    conn.close().await; // after Ok and after Err
    result
}

#[tokio::main]
async fn main() {
    let ms = if END == "too late" { 300 } else { 50 };
    let work = with_conn(async |conn| {
        let answer = conn.query(ms).await?;
        Ok::<_, String>(answer + 1)
    });
    let result = timeout(Duration::from_millis(100), work).await;
    println!("{result:?}");
}
// ANCHOR_END: with
