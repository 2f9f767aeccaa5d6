//! Open any number of things, and close them in the opposite order.
//!
//! In Python this is `AsyncExitStack`.
//!
//!     cargo run --example exit_stack

use std::{mem, sync::Mutex, time::Duration};
use tokio::time::sleep;

static GONE: Mutex<Vec<u32>> = Mutex::new(Vec::new());

fn show(what: &str) {
    let gone = GONE.lock().map(|mut gone| mem::take(&mut *gone));
    println!("{what}: {:?}", gone.unwrap_or_default());
}

struct Conn(u32);

impl Drop for Conn {
    fn drop(&mut self) {
        let _ = GONE.lock().map(|mut gone| gone.push(self.0));
    }
}

// ANCHOR: stack
impl Conn {
    async fn open(id: u32) -> Result<Self, String> {
        sleep(Duration::from_millis(10)).await;
        let open = (id != 4).then(|| Conn(id));
        open.ok_or(format!("cannot open {id}"))
    }

    async fn close(self) {
        sleep(Duration::from_millis(10)).await; // says goodbye
    }
}

async fn open_all(ids: &[u32], stack: &mut Vec<Conn>) -> Result<(), String> {
    for &id in ids {
        stack.push(Conn::open(id).await?);
    }
    Ok(())
}

#[tokio::main]
async fn main() {
    let mut stack = Vec::new();
    println!("{:?}", open_all(&[1, 2, 4], &mut stack).await);
    while let Some(conn) = stack.pop() {
        conn.close().await; // the last one first
    }
    show("closed");

    drop(vec![Conn(5), Conn(6)]);
    show("dropped with their Vec");
    {
        let (_first, _second) = (Conn(7), Conn(8));
    }
    show("dropped with their block");
}
// ANCHOR_END: stack
