//! One runtime for each thread, and no task leaves its own.
//!
//! In Python this is `new_event_loop` in each thread.
//!
//!     cargo run --example loops

use std::{io, thread, time::Duration};
use tokio::{runtime::Builder, time::sleep};

async fn hello(name: &str) -> String {
    sleep(Duration::from_millis(50)).await;
    format!("hello, {name}")
}

fn run(name: &str) -> io::Result<String> {
    let runtime = Builder::new_current_thread().enable_all().build()?;
    Ok(runtime.block_on(hello(name)))
}

fn main() -> io::Result<()> {
    let threads = ["first", "second"].map(|name| thread::spawn(|| run(name)));
    for thread in threads {
        let text = thread.join().expect("`run` does not panic")?;
        println!("{text}");
    }
    Ok(())
}
