//! rust-analyzer at work in the same checkout, as an editor drives it: it
//! reads the workspace, and after each save it runs `cargo check`.

use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Child, ChildStdin, Command, Stdio};

use anyhow::{Context, Result};
use serde_json::{Value, json};

use super::reader::body_after_head;
use crate::terminal;

pub struct Analyzer {
    child: Child,
    input: ChildStdin,
}

impl Analyzer {
    /// Started, and done with its first look at the workspace.
    pub fn start(root: &Path, file: &Path) -> Result<Self> {
        let mut child = Command::new("rust-analyzer")
            .current_dir(root)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .context("no rust-analyzer")?;
        let input = child.stdin.take().context("no input")?;
        let output = child.stdout.take().context("no output")?;
        let mut analyzer = Analyzer { child, input };
        terminal::line("measuring: rust-analyzer reads the workspace");
        analyzer.send(&json!({
            "id": 1, "method": "initialize", "params": {
                "processId": std::process::id(),
                "rootUri": uri(root),
                "capabilities": {
                    "experimental": { "serverStatusNotification": true }
                },
                // It sees for itself what the page has saved.
                "initializationOptions": { "files": { "watcher": "server" } },
            }
        }))?;
        analyzer.send(&json!({ "method": "initialized", "params": {} }))?;
        let mut output = BufReader::new(output);
        while !is_ready(&heard(&mut output)?) {}
        // What else it says must not fill the pipe.
        std::thread::spawn(move || while heard(&mut output).is_ok() {});
        let text = std::fs::read_to_string(file)?;
        analyzer.send(&json!({
            "method": "textDocument/didOpen", "params": { "textDocument": {
                "uri": uri(file), "languageId": "rust", "version": 1,
                "text": text,
            } }
        }))?;
        Ok(analyzer)
    }

    /// The file was saved: `cargo check` begins.
    pub fn saved(&mut self, file: &Path) -> Result<()> {
        self.send(&json!({
            "method": "textDocument/didSave",
            "params": { "textDocument": { "uri": uri(file) } }
        }))
    }

    fn send(&mut self, message: &Value) -> Result<()> {
        let mut message = message.clone();
        message["jsonrpc"] = json!("2.0");
        let text = message.to_string();
        write!(self.input, "Content-Length: {}\r\n\r\n{text}", text.len())?;
        self.input.flush().context("rust-analyzer has ended")
    }
}

impl Drop for Analyzer {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn uri(path: &Path) -> String {
    format!("file://{}", path.display())
}

fn is_ready(message: &Value) -> bool {
    message["method"] == "experimental/serverStatus"
        && message["params"]["quiescent"] == true
}

/// Its next message.
fn heard(output: &mut impl BufRead) -> Result<Value> {
    let text = body_after_head(output)?;
    serde_json::from_slice(&text).context("a message of rust-analyzer")
}
