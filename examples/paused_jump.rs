//! The paused clock does not wait for a socket, nor for a thread of yours.
//!
//! In Python nothing can jump: the loop waits for all of them.
//!
//!     cargo run --example paused_jump

use std::{error::Error, net::TcpStream, thread, time::Duration};
use tokio::net::TcpListener;
use tokio::task::spawn_blocking;
use tokio::time::timeout;

const MS: Duration = Duration::from_millis(1);
const HOUR: Duration = Duration::from_secs(3600);

#[tokio::main(flavor = "current_thread", start_paused = true)]
async fn main() -> Result<(), Box<dyn Error>> {
    let listener = TcpListener::bind("127.0.0.1:0").await?;
    let address = listener.local_addr()?;
    let caller = thread::spawn(move || {
        thread::sleep(200 * MS); // on the machine's clock
        TcpStream::connect(address).map(drop)
    });
    let call = timeout(HOUR, listener.accept()).await;
    println!("a call within the hour: {}", call.is_ok());

    let work = spawn_blocking(|| thread::sleep(20 * MS));
    let end = timeout(HOUR, work).await;
    println!("spawn_blocking within the hour: {}", end.is_ok());

    drop(caller.join());
    Ok(())
}
