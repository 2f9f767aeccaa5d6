//! What the errors of Tokio say, printed with `{}` and with `{:?}`.
//!
//! In Python they are exceptions: `QueueFull`, `IncompleteReadError`, others.
//!
//!     cargo run --example errors_said

use std::fmt::{Debug, Display};
use std::{future::pending, io, time::Duration};
use tokio::io::AsyncReadExt;
use tokio::net::TcpListener;
use tokio::sync::{Mutex, Semaphore, broadcast, mpsc, oneshot};
use tokio::time::timeout;

fn said<T, E: Display + Debug>(result: Result<T, E>) {
    if let Err(error) = result {
        println!("{error} = {error:?}");
    }
}

// One thread: the numbers of the tasks are the same in each run.
#[tokio::main(flavor = "current_thread")]
async fn main() -> io::Result<()> {
    std::panic::set_hook(Box::new(|_| {}));
    let task = tokio::spawn(pending::<u32>());
    task.abort();
    said(task.await);
    said(tokio::spawn(async { panic!("no page") }).await);
    said(timeout(Duration::from_millis(1), pending::<u32>()).await);

    let (full, rest) = mpsc::channel(1);
    full.send(1).await.ok();
    said(full.try_send(2));
    drop(rest);
    said(full.send(3).await);
    let (answer, mut asked) = oneshot::channel::<u32>();
    said(asked.try_recv());
    drop(answer);
    said(asked.await);
    let (events, mut listener) = broadcast::channel(1);
    (1..=4).for_each(|n| drop(events.send(n)));
    said(listener.recv().await);

    let lock = Mutex::new(1);
    let _guard = lock.lock().await;
    said(lock.try_lock());
    let permits = Semaphore::new(0);
    said(permits.try_acquire());
    permits.close();
    said(permits.acquire().await);

    let two = &mut &b"hi"[..]; // two bytes, and four are asked for
    said(two.read_exact(&mut [0; 4]).await);
    let listener = TcpListener::bind("127.0.0.1:0").await?;
    let address = listener.local_addr()?;
    said(TcpListener::bind(address).await);
    Ok(())
}
