//! A server as a reader starts it, and what a browser would ask it.

use std::io::{BufRead, BufReader, Lines, Read, Write};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use anyhow::{Context, Result, bail, ensure};
use serde_json::Value;

use crate::run::build::cargo;
use crate::seed;

/// Nothing that is measured takes so long; the first build may.
const PATIENCE: Duration = Duration::from_secs(300);

/// A server of its own, ended when it is dropped.
pub struct Started {
    child: Child,
    port: u16,
}

impl Started {
    /// As `cargo run` does it.
    pub fn cargo_run(root: &Path, target: Option<&Path>) -> Result<Self> {
        let mut command = Command::new(cargo());
        if let Some(target) = target {
            command.env("CARGO_TARGET_DIR", target);
        }
        command.args(["run", "--quiet", "--package", "book", "--"]);
        Started::start(root, command)
    }

    /// This very program.
    pub fn server(root: &Path) -> Result<Self> {
        let program = std::env::current_exe()
            .context("cannot find the program itself")?;
        let mut command = Command::new(program);
        // Kept, so that the next bench does not compile Tokio again, and on
        // the file system where the compiled libraries can be linked.
        if let Some(target) = seed::own_target() {
            command.env("BOOK_TARGET_DIR", target.join("book-bench"));
        }
        Started::start(root, command)
    }

    fn start(root: &Path, mut command: Command) -> Result<Self> {
        let mut child = command
            .current_dir(root)
            .args(["serve", "--no-open", "--port", "0"])
            .stdout(Stdio::piped())
            .spawn()
            .context("the server did not start")?;
        let mut said = Vec::new();
        if let Some(out) = child.stdout.take() {
            let mut lines = BufReader::new(out).lines();
            while let Some(Ok(line)) = lines.next() {
                if let Some(port) = port_in(&line) {
                    // What else it prints must not fill the pipe.
                    std::thread::spawn(move || lines.for_each(drop));
                    return Ok(Started { child, port });
                }
                said.push(line);
            }
        }
        let _ = child.kill();
        let _ = child.wait();
        bail!("the server printed no address:\n{}", said.join("\n"))
    }

    pub fn get(&self, path: &str) -> Result<String> {
        get(self.port, path)
    }

    pub fn id(&self) -> u32 {
        self.child.id()
    }
}

impl Drop for Started {
    fn drop(&mut self) {
        end(&mut self.child);
    }
}

/// As Ctrl-C does, so that it cleans up; Cargo hands the signal on.
#[cfg(unix)]
fn end(child: &mut Child) {
    use rustix::process::{Pid, Signal, kill_process};
    let id = i32::try_from(child.id()).ok().and_then(Pid::from_raw);
    if let Some(id) = id {
        let _ = kill_process(id, Signal::TERM);
    }
    let _ = child.wait();
}

#[cfg(not(unix))]
fn end(child: &mut Child) {
    let _ = child.kill();
    let _ = child.wait();
}

fn port_in(line: &str) -> Option<u16> {
    let (_, rest) = line.split_once("http://127.0.0.1:")?;
    rest.split('/').next()?.parse().ok()
}

/// An open page: it has the token and listens to the events.
pub struct Reader {
    port: u16,
    token: String,
    events: Lines<BufReader<TcpStream>>,
}

impl Reader {
    pub fn new(server: &Started) -> Result<Self> {
        let port = server.port;
        let page = get(port, "/")?;
        let token = page
            .split("book-token\" content=\"")
            .nth(1)
            .and_then(|rest| rest.split('"').next())
            .context("the page has no token")?
            .to_string();
        let path = format!("/api/events?token={token}");
        let events = BufReader::new(ask(port, "GET", &path, "", "")?).lines();
        Ok(Reader {
            port,
            token,
            events,
        })
    }

    pub fn get(&self, path: &str) -> Result<String> {
        get(self.port, path)
    }

    /// The list of exercises, which every page asks for.
    pub fn list(&self) -> Result<String> {
        let head = format!("X-Book-Token: {}\r\n", self.token);
        let mut text = String::new();
        ask(self.port, "GET", "/api/exercises", &head, "")?
            .read_to_string(&mut text)?;
        Ok(text)
    }

    /// The lines of the answer's body, as they come.
    pub fn post(
        &self,
        path: &str,
        body: &str,
    ) -> Result<impl Iterator<Item = std::io::Result<String>> + use<>> {
        let stream = ask(self.port, "POST", path, &self.head_of_post(), body)?;
        let lines = BufReader::new(stream).lines();
        Ok(lines
            .skip_while(|line| !matches!(line, Ok(l) if l.is_empty()))
            .skip(1))
    }

    /// The whole answer, which is JSON.
    pub fn ask(&self, path: &str, body: &Value) -> Result<Value> {
        self.connect()?.ask(path, body)
    }

    /// A connection for many requests, as a browser keeps one.
    pub fn connect(&self) -> Result<Connection> {
        let stream = connect(self.port)?;
        let head =
            format!("Host: 127.0.0.1:{}\r\n{}", self.port, self.head_of_post());
        Ok(Connection {
            stream: BufReader::new(stream),
            head,
        })
    }

    fn head_of_post(&self) -> String {
        format!(
            "X-Book-Token: {}\r\nContent-Type: application/json\r\n",
            self.token
        )
    }

    /// The next event that is wanted.
    pub fn until(&mut self, wanted: impl Fn(&Value) -> bool) -> Result<Value> {
        for line in &mut self.events {
            let line = line.context("waiting for an event")?;
            if let Some(data) = line.strip_prefix("data: ") {
                let event: Value = serde_json::from_str(data)?;
                if event["kind"] == "build-error" {
                    bail!("{}", event["message"]);
                }
                if wanted(&event) {
                    return Ok(event);
                }
            }
        }
        bail!("the server has ended")
    }
}

/// One request after the other.
pub struct Connection {
    stream: BufReader<TcpStream>,
    head: String,
}

impl Connection {
    /// The whole answer, which is JSON.
    pub fn ask(&mut self, path: &str, body: &Value) -> Result<Value> {
        let body = body.to_string();
        let text = format!(
            "POST {path} HTTP/1.1\r\n{}Content-Length: {}\r\n\r\n{body}",
            self.head,
            body.len()
        );
        self.stream.get_mut().write_all(text.as_bytes())?;
        let answer = body_after_head(&mut self.stream)?;
        serde_json::from_slice(&answer).with_context(|| {
            format!("{path} answers {}", String::from_utf8_lossy(&answer))
        })
    }
}

/// What follows a head that tells its length: an answer of HTTP, a message of
/// a language server.
pub fn body_after_head(stream: &mut impl BufRead) -> Result<Vec<u8>> {
    let mut length = 0;
    loop {
        let mut line = String::new();
        ensure!(stream.read_line(&mut line)? > 0, "the other end has ended");
        let line = line.trim_end().to_ascii_lowercase();
        if let Some(bytes) = line.strip_prefix("content-length: ") {
            length = bytes.parse().context("the length of a body")?;
        }
        if line.is_empty() {
            break;
        }
    }
    let mut body = vec![0; length];
    stream.read_exact(&mut body)?;
    Ok(body)
}

fn get(port: u16, path: &str) -> Result<String> {
    let mut text = String::new();
    ask(port, "GET", path, "", "")?.read_to_string(&mut text)?;
    Ok(text)
}

/// In the older version of the protocol the answer ends with the connection.
fn ask(
    port: u16,
    method: &str,
    path: &str,
    head: &str,
    body: &str,
) -> Result<TcpStream> {
    let mut stream = connect(port)?;
    let length = body.len();
    let text = format!(
        "{method} {path} HTTP/1.0\r\nHost: 127.0.0.1:{port}\r\n{head}\
         Content-Length: {length}\r\n\r\n{body}"
    );
    stream.write_all(text.as_bytes())?;
    Ok(stream)
}

fn connect(port: u16) -> Result<TcpStream> {
    let stream = TcpStream::connect(("127.0.0.1", port))
        .context("the server does not answer")?;
    stream.set_read_timeout(Some(PATIENCE))?;
    // A request is one piece, and is sent at once.
    stream.set_nodelay(true)?;
    Ok(stream)
}
