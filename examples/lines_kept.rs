//! Read lines with a buffer that outlives the future.
//!
//! In Python this is `StreamReader`, which keeps what it has read.
//!
//!     cargo run --example lines_kept

use std::{io, mem, time::Duration};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt, DuplexStream},
    time::{Instant, sleep, timeout},
};

const LIMIT: u64 = 60;

// ANCHOR: reader
struct LinesReader {
    stream: DuplexStream,
    line: Vec<u8>,
}

impl LinesReader {
    async fn next(&mut self) -> io::Result<Option<String>> {
        let mut byte = [0];
        while self.stream.read(&mut byte).await? == 1 {
            if byte == *b"\n" {
                let line = mem::take(&mut self.line);
                return Ok(Some(String::from_utf8_lossy(&line).into()));
            }
            self.line.push(byte[0]);
        }
        // The end of the stream: the last line may have no line end.
        let line = mem::take(&mut self.line);
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

#[tokio::main]
async fn main() -> io::Result<()> {
    let start = Instant::now();
    let (stream, theirs) = tokio::io::duplex(64);
    let sender = tokio::spawn(send(theirs));
    let line = Vec::new();
    let mut reader = LinesReader { stream, line };
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
