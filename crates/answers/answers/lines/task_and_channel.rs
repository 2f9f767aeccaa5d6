//! right
//!
//! A task reads, and nobody drops it; `recv` is cancel safe.

use std::io;

use tokio::io::{AsyncBufReadExt, BufReader, DuplexStream};
use tokio::sync::mpsc;

pub struct LinesReader {
    lines: mpsc::Receiver<io::Result<String>>,
}

impl LinesReader {
    pub fn new(stream: DuplexStream) -> Self {
        let (tx, lines) = mpsc::channel(1);
        tokio::spawn(async move {
            let mut lines = BufReader::new(stream).lines();
            let mut whole = String::new();
            let end = loop {
                match lines.next_line().await {
                    Ok(Some(line)) => match line.strip_suffix('\\') {
                        Some(part) => whole.push_str(part),
                        None => {
                            let whole = std::mem::take(&mut whole) + &line;
                            if tx.send(Ok(whole)).await.is_err() {
                                return;
                            }
                        }
                    },
                    Ok(None) => break (!whole.is_empty()).then_some(Ok(whole)),
                    Err(error) => break Some(Err(error)),
                }
            };
            if let Some(end) = end {
                let _ = tx.send(end).await;
            }
        });
        Self { lines }
    }

    pub async fn next(&mut self) -> io::Result<Option<String>> {
        self.lines.recv().await.transpose()
    }
}
