//! One run, from its build to its end.

use std::path::PathBuf;
use std::process::Command;

use anyhow::Result;
use bounded_process::{Bounds, Cancel, End, Limit, Limits, Lines, Outcome};
use checker::cargo;
use checker::messages::{LONGEST as LONGEST_MESSAGE, Messages};
use checker::pages::ErrorIndex;
use tokio::sync::watch;

use super::page::{CompilerLines, Page};
use super::{EndReason, RunEvent, RunTarget, Runs, build};
use crate::places::SCRATCH;
use crate::programs;

/// A program's line that is longer is broken: it may print without ever ending
/// its line.
const LONGEST: usize = 4096;

/// A run while it lasts.
pub struct RunTask {
    pub runs: Runs,
    pub page: Page,
    pub stopped: watch::Receiver<bool>,
}

impl RunTask {
    pub async fn run(&self, target: &RunTarget) -> (Option<i32>, EndReason) {
        let _ = self.page.send(RunEvent::Building);
        let program = match self.build(target).await {
            Ok(program) => program,
            Err(why) => return (None, why),
        };
        let mut command = Command::new(program);
        command.current_dir(&*self.runs.root);
        // Backtraces of panics are for another lesson.
        command.env_remove("RUST_BACKTRACE");
        let page = self.page.clone();
        let limits = self.runs.limits.program.clone();
        let ended = self.supervise(move |cancel| {
            let mut lines = Lines::new(LONGEST, LONGEST, |stream, text| {
                page.line(stream.into(), text)
            });
            let bounds = Bounds::new(&limits, cancel);
            programs::run(command, bounds, &mut lines)
        });
        match ended.await {
            Ok(outcome) => self.ended(&outcome),
            Err(error) => {
                self.page.explain(format!("{error:#}"));
                (None, EndReason::Exit)
            }
        }
    }

    /// Names the end, in words where the program itself could not.
    fn ended(&self, outcome: &Outcome) -> (Option<i32>, EndReason) {
        let (code, why) = match outcome.end {
            End::Exit(code) => (Some(code), EndReason::Exit),
            End::Signal(_) => (None, EndReason::Exit),
            End::Limit(limit) => (None, limit.into()),
            End::Cancelled | End::Enough => return (None, EndReason::Stopped),
        };
        if let Some(words) = outcome.words("The program") {
            self.page.explain(words);
        }
        (code, why)
    }

    /// Builds the program; what the compiler says goes to the page.
    async fn build(&self, target: &RunTarget) -> Result<PathBuf, EndReason> {
        let runs = &self.runs;
        let _turn = tokio::select! {
            turn = runs.cargo.acquire() => turn,
            () = self.gone() => return Err(EndReason::Stopped),
        };
        let (runs, page) = (runs.clone(), self.page.clone());
        let target = target.clone();
        let built = self
            .supervise(move |cancel| build_now(&runs, &target, &page, cancel));
        built.await.unwrap_or_else(|error| {
            self.page.explain(format!("{error:#}. {}", cargo::MISSING));
            Err(EndReason::BuildFailed)
        })
    }

    /// Does it on a blocking thread. Who stops it, or leaves, is waited with
    /// until nothing is left.
    async fn supervise<T: Send + 'static>(
        &self,
        job: impl FnOnce(&Cancel) -> Result<T> + Send + 'static,
    ) -> Result<T> {
        let cancel = self.runs.programs.cancel();
        let done = self.runs.programs.run(&cancel, job);
        tokio::pin!(done);
        tokio::select! {
            done = &mut done => return done,
            () = self.gone() => cancel.cancel(),
        }
        done.await
    }

    /// Nobody wants it any more.
    async fn gone(&self) {
        let mut stopped = self.stopped.clone();
        tokio::select! {
            // An error: the run is no longer known, which is its end.
            _ = stopped.wait_for(|stop| *stop) => {}
            () = self.page.closed() => {}
        }
    }
}

/// The program that was built, or why there is none.
fn build_now(
    runs: &Runs,
    target: &RunTarget,
    page: &Page,
    cancel: &Cancel,
) -> Result<Result<PathBuf, EndReason>> {
    let name = target.name();
    let command = match target {
        RunTarget::Example(_) => build::command(&runs.root, &runs.target, name),
        RunTarget::Scratch(_) => match runs.workshop.command(name) {
            Ok(command) => command,
            Err(error) => {
                page.explain(format!("{error:#}"));
                return Ok(Err(EndReason::BuildFailed));
            }
        },
    };
    let limits = Limits::of_a_build(runs.limits.build_time);
    let mut said = CompilerLines::new(page.clone(), &runs.limits.program);
    let mut messages = Messages::new(name, &format!("{SCRATCH}/{name}.rs"));
    let mut remedy = None;
    let hear = |stream, line: String| {
        // A build's standard output is JSON for us.
        if stream == bounded_process::Stream::Stdout {
            let words = messages.hear(&line).unwrap_or_default();
            words.lines().try_for_each(|text| said.say(text))?;
            return messages.next();
        }
        remedy = remedy.or(cargo::remedy(&line));
        match build::is_noise(&line) {
            true => messages.next(),
            false => said.say(&line),
        }
    };
    let mut lines = Lines::new(LONGEST_MESSAGE, LONGEST, hear);
    let outcome = bounded_process::run(
        command,
        &Bounds::new(&limits, cancel),
        &mut lines,
    )?;
    if let RunTarget::Scratch(_) = target {
        send_diagnostics(runs, &mut messages, page);
    }
    if let Some(words) = messages.left_out() {
        page.explain(words);
    }
    if let Some(words) = remedy {
        page.explain(words.to_owned());
    }
    Ok(match outcome.end {
        End::Exit(0) => messages.executable.ok_or_else(|| {
            page.explain(format!(
                "Cargo built no program for the example {name}."
            ));
            EndReason::BuildFailed
        }),
        End::Cancelled => Err(EndReason::Stopped),
        End::Limit(limit) => {
            page.explain(limit.words("The build"));
            Err(match limit {
                Limit::Time(_) => EndReason::Timeout,
                _ => EndReason::BuildFailed,
            })
        }
        _ => Err(EndReason::BuildFailed),
    })
}

/// For the lines of the reader's copy.
fn send_diagnostics(runs: &Runs, messages: &mut Messages, page: &Page) {
    let errors = std::mem::take(&mut messages.errors);
    let warnings = std::mem::take(&mut messages.warnings);
    if errors.is_empty() && warnings.is_empty() {
        return;
    }
    let index = ErrorIndex::load(&runs.root);
    for mut diagnostic in errors.into_iter().chain(warnings) {
        index.explain(&mut diagnostic);
        let diagnostic = RunEvent::Diagnostic(Box::new(diagnostic));
        if page.send(diagnostic).is_break() {
            return;
        }
    }
}
