//! One run, from its build to its end.

use std::path::PathBuf;
use std::process::ExitStatus;
use std::time::Duration;

use checker::pages::ErrorIndex;
use tokio::process::Command;
use tokio::sync::{mpsc, watch};
use tokio::task::JoinSet;
use tokio::time::Instant;

use super::ending;
use super::group::MEMORY;
use super::lines::{LONGEST, LONGEST_MESSAGE, Line, forward};
use super::overuse::overuse;
use super::{Limits, RunEvent, Runs, Stream, What, Why, build};
use crate::places::SCRATCH;

/// The words of a program that the system ends stand in its last lines.
const LAST: usize = 4096;

/// A run while it lasts.
pub struct One {
    pub runs: Runs,
    pub page: mpsc::UnboundedSender<RunEvent>,
    pub stopped: watch::Receiver<bool>,
}

enum End {
    /// With what it said last on standard error.
    Exited(ExitStatus, String),
    Cut(Why),
}

impl One {
    pub fn send(&self, event: RunEvent) {
        // A page that has gone is noticed in `follow`.
        let _ = self.page.send(event);
    }

    pub async fn whole(&self, what: &What) -> (Option<i32>, Why) {
        self.send(RunEvent::Building);
        let program = match self.build(what).await {
            Ok(program) => program,
            Err(why) => return (None, why),
        };
        let mut command = Command::new(program);
        command.current_dir(&*self.runs.root);
        // Backtraces of panics are for another lesson.
        command.env_remove("RUST_BACKTRACE");
        match self
            .follow(command, Some(MEMORY), self.runs.limits.time)
            .await
        {
            Ok((end, _)) => self.ended(end),
            Err(error) => {
                self.complain(format!("The program did not start: {error}"));
                (None, Why::Exit)
            }
        }
    }

    /// Names the end, in words where the program itself could not.
    fn ended(&self, end: End) -> (Option<i32>, Why) {
        let limits = &self.runs.limits;
        let size = checker::endings::size;
        let (code, why, words) = match end {
            End::Exited(status, said) => {
                let (why, words) = ending::of(status, &said);
                (status.code(), why, words)
            }
            End::Cut(why) => {
                let words = match why {
                    Why::Memory => Some(format!(
                        "The program took more than {} of memory and was \
                         ended. Does something grow in a loop that has no end?",
                        size(limits.memory)
                    )),
                    Why::Processes => Some(format!(
                        "The program was more than {} processes and was ended, \
                         with all of them.",
                        limits.processes
                    )),
                    _ => None,
                };
                (None, why, words)
            }
        };
        if let Some(words) = words {
            self.complain(words);
        }
        (code, why)
    }

    /// Builds the program; what the compiler says goes to the page.
    async fn build(&self, what: &What) -> Result<PathBuf, Why> {
        let runs = &self.runs;
        let mut stopped = self.stopped.clone();
        let _turn = tokio::select! {
            turn = runs.cargo.acquire() => turn,
            _ = stopped.wait_for(|stop| *stop) => return Err(Why::Stopped),
            () = self.page.closed() => return Err(Why::Stopped),
        };
        let command = match what {
            What::Example(example) => {
                build::command(&runs.root, &runs.target, example)
            }
            What::Scratch(example) => {
                runs.workshop.command(example).map_err(|error| {
                    self.complain(format!("{error:#}"));
                    Why::BuildFailed
                })?
            }
        };
        let done = self.follow(command, None, runs.limits.build_time).await;
        if let (What::Scratch(example), Ok((_, messages))) = (what, &done) {
            self.diagnostics(example, messages);
        }
        match done {
            Ok((End::Exited(status, _), out)) if status.success() => {
                build::executable(&out, what.name()).ok_or_else(|| {
                    self.complain(format!(
                        "Cargo built no program for the example {}.",
                        what.name()
                    ));
                    Why::BuildFailed
                })
            }
            Ok((End::Exited(..), _)) => Err(Why::BuildFailed),
            Ok((End::Cut(why), _)) => Err(why),
            Err(error) => {
                self.complain(format!(
                    "cargo did not start: {error}. Is it installed, and on \
                     the PATH of the terminal that started this server?"
                ));
                Err(Why::BuildFailed)
            }
        }
    }

    /// For the lines of the reader's copy.
    fn diagnostics(&self, example: &str, messages: &[String]) {
        let file = format!("{SCRATCH}/{example}.rs");
        let mut found = messages
            .iter()
            .filter_map(|line| checker::diagnostics::parse(line, &file))
            .peekable();
        if found.peek().is_none() {
            return;
        }
        let index = ErrorIndex::load(&self.runs.root);
        for mut diagnostic in found {
            index.explain(&mut diagnostic);
            self.send(RunEvent::Diagnostic(Box::new(diagnostic)));
        }
    }

    fn complain(&self, text: String) {
        self.send(RunEvent::Line {
            stream: Stream::Stderr,
            text,
        });
    }

    /// Runs one process to its end, or to the end of what it may take.
    ///
    /// A build's standard output is JSON for us; it is collected. Everything
    /// else goes to the page.
    async fn follow(
        &self,
        command: Command,
        memory: Option<u64>,
        time: Duration,
    ) -> std::io::Result<(End, Vec<String>)> {
        let building = memory.is_none();
        let (mut child, group) = self.runs.groups.spawn(command, memory)?;
        let (sink, mut lines) = mpsc::channel(64);
        let mut pipes = JoinSet::new();
        if let Some(out) = child.stdout.take() {
            let longest = if building { LONGEST_MESSAGE } else { LONGEST };
            let sink = sink.clone();
            pipes.spawn(forward(out, Stream::Stdout, longest, sink));
        }
        if let Some(err) = child.stderr.take() {
            pipes.spawn(forward(err, Stream::Stderr, LONGEST, sink));
        }

        let deadline = tokio::time::sleep(time);
        tokio::pin!(deadline);
        let mut stopped = self.stopped.clone();
        let mut budget = Budget::new(&self.runs.limits);
        let mut messages = Vec::new();
        let mut status = None;
        let (mut open, mut swept) = (true, false);
        let mut last = String::new();
        let limits = &self.runs.limits;
        let overuse = overuse(&group, limits);
        tokio::pin!(overuse);
        let end = loop {
            if let Some(status) = status
                && !open
            {
                break End::Exited(status, last);
            }
            tokio::select! {
                // A program that floods us must not keep the stop away.
                biased;
                _ = stopped.wait_for(|stop| *stop) => {
                    break End::Cut(Why::Stopped);
                }
                () = self.page.closed() => break End::Cut(Why::Stopped),
                () = &mut deadline => break match status {
                    // Ended, but a process that it left behind and that
                    // nobody finds holds the pipe.
                    Some(status) => End::Exited(status, last),
                    None => End::Cut(Why::Timeout),
                },
                why = &mut overuse, if status.is_none() && !building => {
                    break End::Cut(why);
                }
                ended = child.wait(), if status.is_none() => {
                    status = Some(ended?);
                }
                line = lines.recv(), if open => match line {
                    None => open = false,
                    Some(line) if building && line.stream == Stream::Stdout
                        => messages.push(self.compiler_says(line)),
                    Some(line) if building && build::is_noise(&line.text)
                        => {}
                    Some(Line { stream, text }) => {
                        if !budget.take(&text) {
                            break End::Cut(Why::OutputLimit);
                        }
                        if stream == Stream::Stderr {
                            if last.len() > LAST {
                                last.clear();
                            }
                            last.push_str(&text);
                            last.push('\n');
                        }
                        self.send(RunEvent::Line { stream, text });
                    }
                },
            }
            if status.is_some() && !swept {
                // What it started ends with it; then the pipes close.
                swept = true;
                group.end().await;
                let soon = Instant::now() + Duration::from_millis(500);
                deadline.as_mut().reset(soon);
            }
        };
        // Before the page is told: when it reads "ended", nothing is left.
        group.end().await;
        if status.is_none() {
            let _ = child.wait().await;
        }
        Ok((end, messages))
    }

    /// Sends the compiler's own words to the page; keeps all messages.
    fn compiler_says(&self, line: Line) -> String {
        if let Some(words) = build::rendered(&line.text) {
            for text in words.lines() {
                self.complain(text.to_string());
            }
        }
        line.text
    }
}

/// What a program may still print.
struct Budget {
    bytes: usize,
    lines: usize,
}

impl Budget {
    fn new(limits: &Limits) -> Self {
        Budget {
            bytes: limits.bytes,
            lines: limits.lines,
        }
    }

    fn take(&mut self, text: &str) -> bool {
        let (Some(bytes), Some(lines)) = (
            self.bytes.checked_sub(text.len() + 1),
            self.lines.checked_sub(1),
        ) else {
            return false;
        };
        (self.bytes, self.lines) = (bytes, lines);
        true
    }
}
