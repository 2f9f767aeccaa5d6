//! What a runtime refuses inside of async code.
//!
//! In Python `asyncio.run` inside of a running loop is a `RuntimeError`.
//!
//!     cargo run --example not_inside

use std::io;
use std::panic::{AssertUnwindSafe, catch_unwind};
use tokio::runtime::{Builder, Runtime};

async fn hello() {
    println!("hello");
}

fn runtime() -> io::Result<Runtime> {
    Builder::new_current_thread().enable_all().build()
}

/// Whether a plain function panics. The panic is printed, too.
fn panics(call: impl FnOnce()) -> bool {
    catch_unwind(AssertUnwindSafe(call)).is_err()
}

#[tokio::main]
async fn main() -> io::Result<()> {
    let other = runtime()?;
    println!("block_on panics: {}", panics(|| other.block_on(hello())));
    println!("drop panics: {}", panics(|| drop(other)));
    Ok(())
}
