//! Compiles a copy of the reader's program, and reads what the compiler says.

use std::ops::{ControlFlow, Range};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use anyhow::{Result, bail};
use bounded_process::{Bounds, Cancel, End, Limits, Lines, run};
use serde::Deserialize;

use super::libraries::Libraries;

/// What a program of the book may use.
pub const PROGRAMS_CRATES: &[&str] = &["tokio", "futures", "tokio_util"];

/// What comes out.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Emit {
    /// Nothing: it is only checked.
    Check,
    /// A library, or a program.
    Link,
}

pub struct Compilation<'a> {
    pub libraries: &'a Libraries,
    /// The folder in which the compiler works: the paths that it tells begin
    /// there.
    pub folder: &'a Path,
    pub name: &'a str,
    pub kind: &'a str,
    pub root: &'a str,
    pub out: PathBuf,
    pub with: &'a [&'a str],
    pub more: &'a [&'a str],
}

/// An error of the compiler.
#[derive(Debug, Default, Deserialize)]
pub struct Message {
    level: String,
    pub code: Option<Code>,
    pub message: String,
    spans: Vec<Span>,
    #[serde(default)]
    children: Vec<Message>,
    rendered: Option<String>,
}

#[derive(Debug, Deserialize)]
pub struct Code {
    pub code: String,
}

#[derive(Debug, Deserialize)]
struct Span {
    file_name: String,
    byte_start: usize,
    byte_end: usize,
    is_primary: bool,
    expansion: Option<Box<Expansion>>,
}

#[derive(Debug, Deserialize)]
struct Expansion {
    span: Span,
}

impl Message {
    /// The compiler's own words.
    pub fn words(&self) -> &str {
        self.rendered.as_deref().unwrap_or(&self.message)
    }

    /// The bytes of `file` to which it points: mainly, and besides.
    pub fn places(&self, file: &str) -> (Vec<Range<usize>>, Vec<Range<usize>>) {
        let (mut main, mut besides) = (Vec::new(), Vec::new());
        let spans = self.children.iter().flat_map(|child| &child.spans);
        for span in self.spans.iter().chain(spans) {
            let mut here = Some(span);
            while let Some(span) = here {
                if span.file_name == file {
                    let range = span.byte_start..span.byte_end;
                    match span.is_primary {
                        true => main.push(range),
                        false => besides.push(range),
                    }
                }
                here = span.expansion.as_ref().map(|outer| &outer.span);
            }
        }
        (main, besides)
    }
}

/// One compilation, which takes less than a second on a machine that is idle.
const TIME: Duration = Duration::from_secs(300);

/// Bytes of one message.
const LONGEST: usize = 1 << 20;

/// Messages. More are read by nobody.
const MOST: usize = 200;

impl Compilation<'_> {
    /// The errors; none: it is done.
    pub fn run(&self, emit: Emit) -> Result<Vec<Message>> {
        let mut command = Command::new(&self.libraries.compiler);
        command
            .arg(self.root)
            .args(["--crate-name", self.name, "--crate-type", self.kind])
            .args(["--edition", "2024", "--error-format", "json"])
            .args(["--cap-lints", "allow", "--cfg", "tokio_unstable"])
            .args(["-C", "debuginfo=line-tables-only"])
            .args(self.libraries.arguments(self.with)?)
            .args(self.more)
            .current_dir(self.folder);
        match emit {
            Emit::Check => command.args(["--emit", "metadata"]).args([
                "-o".as_ref(),
                self.out.with_extension("m").as_os_str(),
            ]),
            Emit::Link => command.args(["--emit", "link", "-o"]).arg(&self.out),
        };
        let mut messages = Vec::new();
        let mut other = String::new();
        let mut lines = Lines::new(LONGEST, LONGEST, |_, line: String| {
            match serde_json::from_str::<Message>(&line) {
                Ok(message) if message.level.starts_with("error") => {
                    messages.push(message);
                }
                Ok(_) => {}
                Err(_) => {
                    other.push_str(&line);
                    other.push('\n');
                }
            }
            match messages.len() < MOST {
                true => ControlFlow::Continue(()),
                false => ControlFlow::Break(()),
            }
        });
        let limits = Limits {
            output: usize::MAX,
            lines: usize::MAX,
            ..Limits::of_a_build(TIME)
        };
        let cancel = Cancel::default();
        let outcome = run(command, &Bounds::new(&limits, &cancel), &mut lines)?;
        if outcome.end == End::Exit(0) {
            return Ok(Vec::new());
        }
        // The last one only counts those before it.
        messages.retain(|message| {
            !message.spans.is_empty()
                || !message.message.starts_with("aborting due to")
        });
        if messages.is_empty() {
            let words = outcome.words("the compiler").unwrap_or_default();
            bail!("the compiler failed: {other}{words}");
        }
        Ok(messages)
    }
}
