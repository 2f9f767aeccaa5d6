//! Close a connection also when whoever uses it is dropped.
//!
//! In Python this is the `finally` of an `@asynccontextmanager`.
//!
//!     cargo run --example with_conn_cut

use std::{mem, time::Duration};
use tokio::sync::mpsc::{self, UnboundedReceiver, UnboundedSender};
use tokio::time::{sleep, timeout};

#[derive(Default)]
struct Conn(u32);

impl Conn {
    async fn query(&mut self) -> u32 {
        sleep(Duration::from_millis(300)).await;
        42
    }

    async fn close(self) {
        sleep(Duration::from_millis(50)).await;
        println!("closed {}", self.0);
    }
}

// ANCHOR: lease
struct Lease {
    conn: Conn,
    closer: UnboundedSender<Conn>,
}

impl Drop for Lease {
    fn drop(&mut self) {
        // No waiting: the connection goes to a task that can wait.
        let _ = self.closer.send(mem::take(&mut self.conn));
    }
}

async fn close_all(mut rx: UnboundedReceiver<Conn>) {
    while let Some(conn) = rx.recv().await {
        conn.close().await;
    }
}

#[tokio::main]
async fn main() -> Result<(), tokio::task::JoinError> {
    let (closer, rx) = mpsc::unbounded_channel();
    let closing = tokio::spawn(close_all(rx));

    for id in 1..=2 {
        let mut lease = Lease {
            conn: Conn(id),
            closer: closer.clone(),
        };
        let work = async move { lease.conn.query().await };
        let result = timeout(Duration::from_millis(100), work).await;
        println!("{result:?}");
    }
    drop(closer); // nobody brings more
    closing.await // and those that were brought are closed
}
// ANCHOR_END: lease
