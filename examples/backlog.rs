//! Clients who are connected, and not yet accepted, when the listener goes.
//!
//! In Python this is `server.close()` while clients wait in the backlog.
//!
//!     cargo run --example backlog

use std::{io, time::Duration};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::{TcpListener, TcpStream},
    time::timeout,
};

#[tokio::main]
async fn main() -> io::Result<()> {
    // ANCHOR: clients
    let listener = TcpListener::bind("127.0.0.1:0").await?;
    let mut clients = Vec::new();
    for _ in 1..=3 {
        let mut client = TcpStream::connect(listener.local_addr()?).await?;
        client.write_all(b"GET").await?; // No error: it is connected.
        clients.push(client);
    }
    let (mut first, _) = listener.accept().await?;
    drop(listener);
    first.write_all(b"answer").await?;
    // ANCHOR_END: clients

    for (id, mut client) in (1..).zip(clients) {
        let mut answer = [0; 6];
        let limit = Duration::from_secs(1);
        let read = timeout(limit, client.read(&mut answer)).await?;
        let read = read.map_err(|error| error.kind());
        println!("client {id}: {read:?}");
    }
    Ok(())
}
