//! What can be done before there is a runtime, and what cannot.
//!
//! In Python the running loop is asked for with `get_running_loop()`.
//!
//!     cargo run --example no_runtime

use futures::future::join_all;
use std::{io, panic::catch_unwind, time::Duration};
use tokio::runtime::{Builder, Handle, Runtime};
use tokio::time::sleep;

const PAUSE: Duration = Duration::from_millis(50);

async fn hello(name: &str) -> String {
    sleep(PAUSE).await;
    format!("hello, {name}")
}

fn runtime() -> io::Result<Runtime> {
    Builder::new_current_thread().enable_all().build()
}

fn main() -> io::Result<()> {
    println!("is there a runtime: {}", Handle::try_current().is_ok());
    let greetings = join_all([hello("a"), hello("b")]);
    println!("greetings: {:?}", runtime()?.block_on(greetings));

    runtime()?.block_on(async { sleep(PAUSE).await });
    println!("block_on(async {{ sleep(..).await }}): fine");

    let refused = catch_unwind(|| {
        runtime().map(|runtime| runtime.block_on(sleep(PAUSE)))
    });
    println!("block_on(sleep(..)) panics: {}", refused.is_err());
    Ok(())
}
