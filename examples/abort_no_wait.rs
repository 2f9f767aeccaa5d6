//! Abort a server and open its port again at once, then later.
//!
//! In Python this is `task.cancel()`, which does not wait either.
//!
//!     cargo run --example abort_no_wait

use std::sync::atomic::{AtomicBool, Ordering::SeqCst};
use std::time::Duration;
use tokio::time::sleep;

// ANCHOR: main
static TAKEN: AtomicBool = AtomicBool::new(false);

struct Port;

impl Port {
    fn open() -> Result<Port, &'static str> {
        match TAKEN.swap(true, SeqCst) {
            false => Ok(Port),
            true => Err("in use"),
        }
    }
}

impl Drop for Port {
    fn drop(&mut self) {
        TAKEN.store(false, SeqCst);
    }
}

async fn serve(_port: Port) {
    sleep(Duration::from_secs(3600)).await;
}

// One thread: nothing happens to the task before `main` waits.
#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), &'static str> {
    let server = tokio::spawn(serve(Port::open()?));
    sleep(Duration::from_millis(50)).await;

    server.abort();
    println!("finished right after abort: {}", server.is_finished());
    println!("open right after abort: {:?}", Port::open().err());
    let _ = server.await;
    println!("open after waiting for the task: {:?}", Port::open().err());
    Ok(())
}
// ANCHOR_END: main
