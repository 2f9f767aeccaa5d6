//! Read lines with a buffer that lives in the future, and goes with it.
//!
//! In Python this is `wait_for` around a coroutine with a local variable.
//!
//!     cargo run --example lines_lost

use std::{io, time::Duration};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt, DuplexStream},
    time::{Instant, sleep, timeout},
};

const LIMIT: u64 = 60;

// ANCHOR: reader
struct LinesReader {
    stream: DuplexStream,
}

impl LinesReader {
    async fn next(&mut self) -> io::Result<Option<String>> {
        let mut line = Vec::new();
        let mut byte = [0];
        while self.stream.read(&mut byte).await? == 1 {
            if byte == *b"\n" {
                return Ok(Some(String::from_utf8_lossy(&line).into()));
            }
            line.push(byte[0]);
        }
        // The end of the stream: the last line may have no line end.
        let line = String::from_utf8_lossy(&line);
        Ok((!line.is_empty()).then(|| line.into()))
    }
}
// ANCHOR_END: reader

async fn send(mut stream: DuplexStream) -> io::Result<()> {
    stream.write_all(b"hi\nthe").await?;
    sleep(Duration::from_millis(100)).await;
    stream.write_all(b"re\n").await
}

// ANCHOR: main
#[tokio::main]
async fn main() -> io::Result<()> {
    let start = Instant::now();
    let (ours, theirs) = tokio::io::duplex(64);
    let sender = tokio::spawn(send(theirs));
    let mut reader = LinesReader { stream: ours };
    loop {
        let limit = Duration::from_millis(LIMIT);
        let Ok(line) = timeout(limit, reader.next()).await else {
            println!("nothing for {LIMIT} ms");
            continue;
        };
        let Some(line) = line? else { break };
        println!("line {line} at {} ms", start.elapsed().as_millis());
    }
    sender.await?
}
// ANCHOR_END: main
