//! A runtime that cannot end, and how to stop waiting for it.
//!
//! In Python `asyncio.run` waits for its executor (since 3.12: 300 s).
//!
//!     cargo run --example shutdown_timeout

use std::sync::mpsc::channel;
use std::{io, thread, time::Duration};
use tokio::runtime::{Builder, Runtime};

const MS: Duration = Duration::from_millis(1);

/// A loop without an `.await`.
async fn polls_forever() {
    loop {
        thread::sleep(MS);
    }
}

/// Waits for a line on its thread, as a read from the keyboard would.
fn reads_forever() {
    let (_keyboard, lines) = channel::<String>();
    drop(lines.recv());
}

fn busy() -> io::Result<Runtime> {
    let mut builder = Builder::new_multi_thread();
    let runtime = builder.worker_threads(2).enable_all().build()?;
    runtime.spawn(polls_forever());
    runtime.spawn_blocking(reads_forever);
    thread::sleep(50 * MS); // both have begun
    Ok(runtime)
}

fn main() -> io::Result<()> {
    let (tell, told) = channel();
    let runtime = busy()?;
    thread::spawn(move || {
        drop(runtime);
        tell.send("over")
    });
    let end = told.recv_timeout(500 * MS);
    println!("drop, after 500 ms: {}", end.unwrap_or("not over"));

    busy()?.shutdown_timeout(100 * MS);
    println!("shutdown_timeout(100 ms): over");
    Ok(())
}
