//! Drop the futures of readers and writers, in the middle of their data.
//!
//! In Python this is `reader.readexactly(6)` and its like, cancelled.
//!
//!     cargo run --example card_io

use std::time::Duration;
use tokio::{io::*, time::timeout};

async fn given_up(future: impl Future) {
    let limit = Duration::from_millis(10);
    assert!(timeout(limit, future).await.is_err(), "it was ready");
}

/// A connection with a buffer of four bytes; three have come in already.
async fn abc() -> Result<(DuplexStream, DuplexStream)> {
    let (mut near, far) = duplex(4);
    near.write_all(b"abc").await?;
    Ok((near, far))
}

#[tokio::main]
async fn main() -> Result<()> {
    let (mut near, mut far) = abc().await?;
    let mut six = [b'.'; 6];
    far.read_exact(&mut six[..3]).await?;
    given_up(far.read(&mut six)).await;
    near.write_all(b"def").await?;
    let n = far.read(&mut six).await?;
    println!("read: then {:?}", String::from_utf8_lossy(&six[..n]));
    let (mut near, mut far) = abc().await?;
    given_up(far.read_exact(&mut six)).await;
    near.write_all(b"xyz").await?;
    far.read_exact(&mut six[..3]).await?;
    println!("read_exact: then {:?}", String::from_utf8_lossy(&six[..3]));
    let (mut near, far) = abc().await?;
    let (mut far, mut line) = (BufReader::new(far), String::from("> "));
    given_up(far.read_line(&mut line)).await;
    near.write_all(b"de\n").await?;
    far.read_line(&mut line).await?;
    println!("read_line: then {line:?}");
    let (mut near, far) = abc().await?;
    let mut lines = BufReader::new(far).lines();
    given_up(lines.next_line()).await;
    near.write_all(b"de\n").await?;
    println!("next_line: then {:?}", lines.next_line().await?);
    let (mut near, mut far) = abc().await?;
    given_up(near.write_all(b"def")).await;
    let n = far.read(&mut six).await?;
    println!("write_all: sent {:?}", String::from_utf8_lossy(&six[..n]));
    near.write_all(b"1234").await?;
    given_up(near.write(b"def")).await;
    let n = far.read(&mut six).await?;
    println!("write: sent {:?}", String::from_utf8_lossy(&six[..n]));
    near.write_all(b"123").await?;
    let mut def: &[u8] = b"def";
    given_up(near.write_all_buf(&mut def)).await;
    println!("write_all_buf: left {:?}", String::from_utf8_lossy(def));
    Ok(())
}
