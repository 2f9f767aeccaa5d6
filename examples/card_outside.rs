//! Drop the futures of those who wait for a client, or for another program.
//!
//! In Python this is `loop.sock_accept(..)` and `process.wait()`, cancelled.
//!
//!     cargo run --example card_outside

use std::{env, io, thread, time::Duration};
use tokio::{
    net::{TcpListener, TcpStream},
    process::Command,
    time::{sleep, timeout},
};

fn ms(n: u64) -> Duration {
    Duration::from_millis(n)
}

async fn given_up(future: impl Future) {
    assert!(timeout(ms(10), future).await.is_err(), "it was ready");
}

#[tokio::main]
async fn main() -> io::Result<()> {
    if let Some(what) = env::args().nth(1) {
        thread::sleep(ms(300));
        println!("{what}: the other program runs on");
        return Ok(());
    }

    let listener = TcpListener::bind("127.0.0.1:0").await?;
    given_up(listener.accept()).await;
    let _client = TcpStream::connect(listener.local_addr()?).await?;
    println!("accept: then {}", listener.accept().await.is_ok());

    let mut other = Command::new(env::current_exe()?);
    given_up(other.arg("status").status()).await;
    println!("status: given up");
    sleep(ms(600)).await;

    let mut other = Command::new(env::current_exe()?);
    let mut child = other.arg("wait").spawn()?;
    given_up(child.wait()).await;
    println!("wait: then {:?}", child.wait().await?.code());
    Ok(())
}
