//! Drop the future of a listener that waits for a connection.
//!
//! In Python this is `loop.sock_accept(listener)`, cancelled.
//!
//!     cargo run --example card_net

use futures::FutureExt;
use tokio::{
    io,
    net::{TcpListener, TcpStream},
};

#[tokio::main]
async fn main() -> io::Result<()> {
    let listener = TcpListener::bind("127.0.0.1:0").await?;
    let first = listener.accept().now_or_never();
    assert!(first.is_none(), "nobody has connected yet");
    let client = TcpStream::connect(listener.local_addr()?).await?;
    let (_, peer) = listener.accept().await?;
    let same = peer == client.local_addr()?;
    println!("accept: then the client, {same}");
    Ok(())
}
