//! What the attribute above `main` writes for you, written by hand.
//!
//! In Python this is `with asyncio.Runner() as runner`.
//!
//!     cargo run --example block_on

use std::{io, time::Duration};
use tokio::{runtime::Builder, time::sleep};

async fn hello(name: &str) -> String {
    sleep(Duration::from_millis(50)).await;
    format!("hello, {name}")
}

fn main() -> io::Result<()> {
    let runtime = Builder::new_multi_thread() // a thread for each core
        .enable_all() // timers and I/O
        .build()?;
    let text = runtime.block_on(hello("world"));
    println!("{text}");
    drop(runtime);
    println!("the runtime is gone");
    Ok(())
}
