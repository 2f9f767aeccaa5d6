//! What a task's handle says when the task's runtime is gone.
//!
//! In Python `asyncio.run` cancels the task.
//!
//!     cargo run --example runtime_gone

use std::{future::pending, io};
use tokio::runtime::{Builder, Runtime};

fn runtime() -> io::Result<Runtime> {
    Builder::new_current_thread().enable_all().build()
}

fn main() -> io::Result<()> {
    let first = runtime()?;
    let task = first.spawn(pending::<()>());
    drop(first);

    let ended = runtime()?.block_on(task);
    println!("cancelled: {}", ended.is_err_and(|end| end.is_cancelled()));
    Ok(())
}
