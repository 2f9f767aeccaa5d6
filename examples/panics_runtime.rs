//! What a call says that needs a runtime, or must not stand inside of one.
//!
//! In Python a `RuntimeError` says it: "no running event loop", and others.
//!
//!     cargo run --example panics_runtime

use std::panic::{AssertUnwindSafe, catch_unwind, set_hook};
use std::time::Duration;
use tokio::{net::TcpListener, runtime::Builder, sync::mpsc, task, time};

const NAP: Duration = Duration::from_millis(1);

/// Makes a call that panics, and prints what it says.
fn says(call: impl FnOnce()) {
    if let Err(panic) = catch_unwind(AssertUnwindSafe(call)) {
        let text = panic.downcast_ref::<String>().map(String::as_str);
        let text = text.or_else(|| panic.downcast_ref::<&str>().copied());
        println!("{}", text.unwrap_or("?"));
    }
}

fn main() -> std::io::Result<()> {
    set_hook(Box::new(|_| {})); // It would print all of it a second time.

    says(|| drop(time::sleep(NAP))); // No runtime is there.

    let bare = Builder::new_multi_thread().worker_threads(1).build()?;
    says(|| bare.block_on(async { time::sleep(NAP).await }));
    says(|| drop(bare.block_on(TcpListener::bind("127.0.0.1:0"))));
    says(|| bare.block_on(async { time::pause() })); // Several threads.

    let runtime = Builder::new_current_thread().enable_all().build()?;
    runtime.block_on(async {
        says(|| bare.block_on(async {}));
        let (_sender, mut receiver) = mpsc::channel::<u32>(1);
        says(|| println!("{:?}", receiver.blocking_recv()));
        says(|| task::block_in_place(|| {})); // There is one thread.
        says(|| drop(task::spawn_local(async {})));
        says(|| drop(bare));
    });
    Ok(())
}
