//! What a runtime refuses inside of async code.
//!
//! In Python `asyncio.run` inside of a running loop is a `RuntimeError`.
//!
//!     cargo run --example not_inside

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::{io, time::Duration};
use tokio::runtime::{Builder, Handle, Runtime};
use tokio::time::sleep;

fn runtime() -> io::Result<Runtime> {
    Builder::new_current_thread().enable_all().build()
}

/// Runs a plain function, and prints the first sentence of its panic.
fn refused(what: &str, call: impl FnOnce()) {
    if let Err(panic) = catch_unwind(AssertUnwindSafe(call)) {
        let words = panic.downcast_ref::<&str>().unwrap_or(&"?");
        let first = words.split('.').next().unwrap_or(words);
        println!("{what}: {first}");
    }
}

#[tokio::main]
async fn main() -> io::Result<()> {
    let other = runtime()?;
    let here = Handle::current();
    refused("block_on", || other.block_on(async {}));
    refused("the same, by a handle", || {
        here.block_on(sleep(Duration::ZERO));
    });
    refused("drop", || drop(other));
    Ok(())
}
