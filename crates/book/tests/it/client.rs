//! A browser that can lie: it sends exactly the bytes that it is told to.

use std::time::Duration;

use serde_json::Value;
use tokio::io::{
    AsyncBufReadExt, AsyncReadExt, AsyncWriteExt, BufReader, Lines,
};
use tokio::net::TcpStream;
use tokio::time::timeout;

const PATIENCE: Duration = Duration::from_secs(180);

/// Fails the test instead of hanging.
pub async fn soon<T>(what: &str, future: impl Future<Output = T>) -> T {
    match timeout(PATIENCE, future).await {
        Ok(value) => value,
        Err(_) => panic!("no {what} within {PATIENCE:?}"),
    }
}

pub struct Answer {
    pub status: u16,
    pub head: String,
    pub body: String,
}

impl Answer {
    pub fn json(&self) -> Value {
        serde_json::from_str(&self.body).expect("a body of JSON")
    }

    pub fn header(&self, name: &str) -> Option<&str> {
        self.head.lines().find_map(|line| {
            let (key, value) = line.split_once(": ")?;
            key.eq_ignore_ascii_case(name).then_some(value)
        })
    }
}

/// Sends a request as it is written, and reads the whole answer.
///
/// `HTTP/1.0`, so that the end of the answer is the end of the connection.
pub async fn raw(port: u16, head: &str, body: &str) -> Answer {
    let mut stream = send(port, head, body).await;
    let mut text = Vec::new();
    let read = stream.read_to_end(&mut text);
    soon("answer", read).await.expect("an answer");
    let text = String::from_utf8_lossy(&text).into_owned();
    let (head, body) = text.split_once("\r\n\r\n").expect("a head");
    Answer {
        status: status(head),
        head: head.to_string(),
        body: body.to_string(),
    }
}

async fn send(port: u16, head: &str, body: &str) -> TcpStream {
    let mut stream = TcpStream::connect(("127.0.0.1", port))
        .await
        .expect("the server listens");
    let length = body.len();
    let head = head.trim_end().replace('\n', "\r\n");
    let text = format!("{head}\r\nContent-Length: {length}\r\n\r\n{body}");
    stream.write_all(text.as_bytes()).await.expect("it reads");
    stream
}

fn status(head: &str) -> u16 {
    let word = head.split_whitespace().nth(1);
    word.and_then(|word| word.parse().ok()).expect("a status")
}

/// An answer that goes on: events, or the lines of a run.
pub struct Stream {
    pub status: u16,
    lines: Lines<BufReader<TcpStream>>,
}

impl Stream {
    pub async fn open(port: u16, head: &str, body: &str) -> Self {
        let stream = send(port, head, body).await;
        let mut lines = BufReader::new(stream).lines();
        let mut head = String::new();
        loop {
            let line = soon("head", lines.next_line()).await.expect("a line");
            match line.expect("a head") {
                line if line.is_empty() => break,
                line => head += &(line + "\n"),
            }
        }
        let status = status(&head);
        Stream { status, lines }
    }

    /// The next event; nothing at the end of the stream.
    pub async fn next(&mut self) -> Option<Value> {
        loop {
            let line = soon("event", self.lines.next_line()).await.ok()??;
            let line = line.strip_prefix("data: ").unwrap_or(&line);
            // Server-sent events have empty lines and comments.
            if line.starts_with('{') {
                return Some(serde_json::from_str(line).expect("JSON"));
            }
        }
    }

    /// Skips to the next event of that kind.
    pub async fn until(&mut self, kind: &str) -> Value {
        let mut seen = Vec::new();
        while let Some(event) = self.next().await {
            if event["kind"] == kind {
                return event;
            }
            seen.push(event);
        }
        panic!("the stream ended before {kind}; seen: {seen:?}");
    }
}
