//! A program from its start to its end.

use std::io::PipeReader;
use std::ops::ControlFlow;
use std::process::{Child, Command, ExitStatus};
use std::sync::mpsc::{Receiver, RecvTimeoutError, sync_channel};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};

use crate::bounds::Bounds;
use crate::control_group::ControlGroup;
use crate::end::{End, Limit, ran_out_of_memory};
use crate::limits::Limits;
use crate::output::{Budget, Sink, Stream, read_aside};
use crate::start::start;
use crate::usage::Watch;
use crate::{group, launcher};

/// How a program ended.
#[derive(Debug)]
pub struct Outcome {
    pub end: End,
    /// What it said last on standard error.
    pub said: String,
}

impl Outcome {
    /// What the system or we did to it; nothing if it ended by itself.
    pub fn words(&self, what: &str) -> Option<String> {
        self.end.words(what, &self.said)
    }
}

/// The words of a program that the system ends stand in its last lines.
const LAST: usize = 4096;

/// A pipe whose writers are dead is at its end at once.
const DRAIN: Duration = Duration::from_millis(50);

/// What still holds a pipe then cannot be found, and is not waited for. Until
/// then a busy machine may not have read what there is.
const PATIENCE: Duration = Duration::from_secs(5);

/// Runs `command` to its end, or to the first limit that it crosses. Then
/// nothing is left of its group, and after a limit nothing that has its tag.
pub fn run(
    command: Command,
    bounds: &Bounds,
    sink: &mut dyn Sink,
) -> Result<Outcome> {
    let program = command.get_program().to_string_lossy().into_owned();
    let limits = bounds.limits;
    let group = launcher::is_there()
        .then(|| ControlGroup::new(limits.resources.as_ref()?))
        .flatten();
    let (child, pipe) = start(command, bounds, group.as_ref())
        .with_context(|| format!("cannot start `{program}`"))?;
    let mut running = Running::new(child, pipe, limits, sink)
        .with_context(|| format!("cannot follow `{program}`"))?;
    let end = running.follow(bounds, group.as_ref());
    // What the system has ended says so only here.
    let held = group.as_ref().and_then(ControlGroup::crossed);
    // Also after an ordinary end: what it started must not outlive it, and
    // would keep the pipes open.
    running.kill_group();
    let stopped = !matches!(end, Ok(End::Exit(_)));
    if let Some(tag) = bounds.tag
        && (stopped || running.is_open_after(DRAIN))
    {
        tag.kill();
    }
    drop(group);
    running.is_open_after(PATIENCE);
    let end = end.with_context(|| format!("cannot wait for `{program}`"))?;
    // What it printed just before its end counts as well.
    let late = matches!(end, End::Exit(_)).then_some(running.cut).flatten();
    let said = running.said();
    sink.end();
    if let End::Exit(code) = end
        && let Some(why) = launcher::refusal(code, &said)
    {
        bail!("cannot start `{program}`: {why}");
    }
    let end = match (end, held) {
        (End::Signal(_), Some(limit)) => End::Limit(limit),
        _ => name(end, limits, &said),
    };
    Ok(Outcome {
        end: late.unwrap_or(end),
        said,
    })
}

struct Running<'a> {
    child: Child,
    pipes: Option<Receiver<(Stream, Vec<u8>)>>,
    sink: &'a mut dyn Sink,
    budget: Budget<'a>,
    /// Where it says what went wrong.
    complains: Stream,
    last: Vec<u8>,
    /// Nothing more is read, for this reason.
    cut: Option<End>,
}

impl<'a> Running<'a> {
    fn new(
        mut child: Child,
        both: Option<PipeReader>,
        limits: &'a Limits,
        sink: &'a mut dyn Sink,
    ) -> std::io::Result<Self> {
        let (to, pipes) = sync_channel(16);
        let complains = match both {
            Some(_) => Stream::Stdout,
            None => Stream::Stderr,
        };
        let both = both.map(|it| read_aside(it, Stream::Stdout, to.clone()));
        let out = child.stdout.take();
        let out = out.map(|it| read_aside(it, Stream::Stdout, to.clone()));
        let err = child.stderr.take();
        let err = err.map(|it| read_aside(it, Stream::Stderr, to));
        let mut running = Self {
            child,
            pipes: Some(pipes),
            sink,
            budget: Budget::new(limits),
            complains,
            last: Vec::new(),
            cut: None,
        };
        let all = [both, out, err].into_iter();
        match all.flatten().find_map(Result::err) {
            None => Ok(running),
            Some(error) => {
                running.kill_group();
                Err(error)
            }
        }
    }

    /// Reads and watches until the program has ended or is to be ended.
    fn follow(
        &mut self,
        bounds: &Bounds,
        group: Option<&ControlGroup>,
    ) -> std::io::Result<End> {
        let begun = Instant::now();
        let limits = bounds.limits;
        let mut watch = limits
            .resources
            .as_ref()
            .zip(bounds.tag)
            .map(|(most, tag)| Watch::new(self.child.id(), tag, most));
        let mut pause = Duration::from_millis(1);
        loop {
            if has_ended(&mut self.child)? {
                self.kill_group();
                return self.child.wait().map(ended);
            }
            if let Some(cut) = self.cut {
                return Ok(cut);
            }
            if bounds.cancel.is_cancelled() {
                return Ok(End::Cancelled);
            }
            if begun.elapsed() >= limits.time {
                return Ok(End::Limit(Limit::Time(limits.time)));
            }
            let held = group.and_then(ControlGroup::crossed);
            let counted = || watch.as_mut().and_then(Watch::crossed);
            if let Some(limit) = held.or_else(counted) {
                return Ok(End::Limit(limit));
            }
            match self.read(pause) {
                Read::Some => pause = Duration::from_millis(1),
                Read::Nothing => pause = (pause * 2).min(Watch::PAUSE),
                // It has closed its outputs: most likely it ends.
                Read::Closed => {
                    std::thread::sleep(pause);
                    pause = (pause * 2).min(Watch::PAUSE);
                }
            }
        }
    }

    /// Waits so long for output, and takes what there is.
    fn read(&mut self, time: Duration) -> Read {
        let Some(pipes) = &self.pipes else {
            return Read::Closed;
        };
        match pipes.recv_timeout(time) {
            Ok((from, bytes)) => {
                self.take(from, &bytes);
                Read::Some
            }
            Err(RecvTimeoutError::Timeout) => Read::Nothing,
            Err(RecvTimeoutError::Disconnected) => {
                self.pipes = None;
                Read::Closed
            }
        }
    }

    fn take(&mut self, from: Stream, bytes: &[u8]) {
        if self.cut.is_some() {
            return;
        }
        let (admitted, crossed) = self.budget.admit(bytes);
        let bytes = &bytes[..admitted];
        if from == self.complains {
            self.last.extend_from_slice(bytes);
            let old = self.last.len().saturating_sub(LAST);
            self.last.drain(..old);
        }
        self.cut = match self.sink.take(from, bytes) {
            ControlFlow::Break(()) => Some(End::Enough),
            ControlFlow::Continue(()) => crossed.map(End::Limit),
        };
    }

    /// Reads to the end of the pipes, for so long. True: it did not come.
    fn is_open_after(&mut self, time: Duration) -> bool {
        let latest = Instant::now() + time;
        while let Some(left) = latest.checked_duration_since(Instant::now()) {
            if matches!(self.read(left), Read::Closed) {
                return false;
            }
        }
        self.pipes.is_some()
    }

    fn kill_group(&mut self) {
        // The number is the group's until `wait`, or while a member lives.
        group::kill(self.child.id());
        let _ = self.child.kill();
        let _ = self.child.wait();
    }

    fn said(&self) -> String {
        String::from_utf8_lossy(&self.last).into_owned()
    }
}

enum Read {
    Some,
    Nothing,
    Closed,
}

/// Asks without taking the number of the process away, which is that of its
/// group.
#[cfg(target_os = "linux")]
fn has_ended(child: &mut Child) -> std::io::Result<bool> {
    use rustix::process::{Pid, WaitId, WaitIdOptions, waitid};
    let pid = i32::try_from(child.id()).ok().and_then(Pid::from_raw);
    let Some(pid) = pid else {
        return Ok(false);
    };
    let options =
        WaitIdOptions::EXITED | WaitIdOptions::NOHANG | WaitIdOptions::NOWAIT;
    Ok(waitid(WaitId::Pid(pid), options)?.is_some())
}

#[cfg(not(target_os = "linux"))]
fn has_ended(child: &mut Child) -> std::io::Result<bool> {
    child.try_wait().map(|status| status.is_some())
}

#[cfg(unix)]
fn ended(status: ExitStatus) -> End {
    use std::os::unix::process::ExitStatusExt;
    let signal = status.signal().unwrap_or_default();
    status.code().map_or(End::Signal(signal), End::Exit)
}

#[cfg(not(unix))]
fn ended(status: ExitStatus) -> End {
    End::Exit(status.code().unwrap_or(-1))
}

/// Some limits the system holds, and ends the program by a signal.
fn name(end: End, limits: &Limits, said: &str) -> End {
    const SIGXCPU: i32 = 24;
    const SIGXFSZ: i32 = 25;
    let limit = match (end, &limits.resources) {
        (End::Signal(SIGXCPU), _) => Limit::Processor(limits.processor()),
        (End::Signal(SIGXFSZ), Some(most)) => Limit::File(most.file),
        (End::Signal(_), Some(most)) if ran_out_of_memory(said) => {
            Limit::AddressSpace(most.address_space)
        }
        _ => return end,
    };
    End::Limit(limit)
}
