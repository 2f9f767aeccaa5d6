//! Runs a program within limits and ends everything that it started.

use std::io::Read;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use anyhow::{Context, Result};

use crate::group::{self, Cancel, Headcount, Mark};

/// What a program may use up.
pub struct Bounds<'a> {
    pub time: Duration,
    /// Bytes of output that are read.
    pub output: usize,
    /// Bytes of memory of each process. Only Linux can be told.
    pub memory: Option<u64>,
    /// What the program and its descendants are known by, and how many there
    /// may be at the same time. Only Linux can tell.
    pub processes: Option<(&'a Mark, usize)>,
    pub cancel: &'a Cancel,
}

/// What a program printed and how it ended.
pub struct Outcome {
    pub end: End,
    pub stdout: String,
    pub stderr: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum End {
    Exit(i32),
    /// By a signal of this number.
    Signal(i32),
    /// Stopped by us: it took too long.
    Time,
    /// Stopped by us: it printed too much.
    Output,
    /// Stopped by us: it started too many others.
    Processes,
    /// Stopped by us: nobody wants to know any more.
    Cancelled,
}

/// A pipe whose writers are dead is at its end at once.
const DRAIN: Duration = Duration::from_millis(50);

/// What still holds a pipe then cannot be found, and is not waited for.
const PATIENCE: Duration = Duration::from_secs(2);

/// Runs `command` to its end, or to the first limit that it crosses.
pub fn run(mut command: Command, bounds: &Bounds) -> Result<Outcome> {
    command
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    if let Some((mark, _)) = bounds.processes {
        command.env(Mark::NAME, mark.value());
    }
    own_group(&mut command);
    let program = command.get_program().to_string_lossy().into_owned();
    let mut child = command
        .spawn()
        .with_context(|| format!("cannot start `{program}`"))?;
    if let Some(bytes) = bounds.memory {
        group::limit_memory(child.id(), bytes);
    }
    let printed = Arc::new(AtomicUsize::new(0));
    let pipes = [
        child.stdout.take().map(|p| Pipe::of(p, bounds, &printed)),
        child.stderr.take().map(|p| Pipe::of(p, bounds, &printed)),
    ];
    let end = wait(&mut child, bounds, &printed);
    // Also after an ordinary end: what it started must not outlive it, and
    // would keep the pipes open.
    kill_group(&mut child);
    let open = |time| {
        let latest = Instant::now() + time;
        pipes.iter().flatten().any(|pipe| pipe.is_open_at(latest))
    };
    let stopped = !matches!(end, Ok(End::Exit(_)));
    if let Some((mark, _)) = bounds.processes
        && (stopped || open(DRAIN))
    {
        mark.kill();
    }
    open(PATIENCE);
    let end = end.with_context(|| format!("cannot wait for `{program}`"))?;
    let [stdout, stderr] =
        pipes.map(|pipe| pipe.map(|pipe| pipe.text()).unwrap_or_default());
    Ok(Outcome {
        end,
        stdout,
        stderr,
    })
}

fn wait(
    child: &mut Child,
    bounds: &Bounds,
    printed: &AtomicUsize,
) -> Result<End> {
    let begun = Instant::now();
    let mut headcount = bounds
        .processes
        .map(|(mark, most)| Headcount::new(child.id(), mark.clone(), most));
    let mut pause = Duration::from_millis(1);
    loop {
        if let Some(status) = child.try_wait()? {
            return Ok(ended(status));
        }
        if printed.load(Ordering::Relaxed) > bounds.output {
            return Ok(End::Output);
        }
        if begun.elapsed() >= bounds.time {
            return Ok(End::Time);
        }
        if bounds.cancel.is_cancelled() {
            return Ok(End::Cancelled);
        }
        if headcount.as_mut().is_some_and(Headcount::is_exceeded) {
            return Ok(End::Processes);
        }
        thread::sleep(pause);
        pause = (pause * 2).min(Headcount::PAUSE);
    }
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

/// Reads a pipe to its end and keeps so many bytes of it.
struct Pipe {
    kept: Arc<Mutex<Vec<u8>>>,
    reader: JoinHandle<()>,
}

impl Pipe {
    fn of(
        mut pipe: impl Read + Send + 'static,
        bounds: &Bounds,
        printed: &Arc<AtomicUsize>,
    ) -> Self {
        let limit = bounds.output;
        let printed = Arc::clone(printed);
        let kept = Arc::new(Mutex::new(Vec::new()));
        let sink = Arc::clone(&kept);
        let reader = thread::spawn(move || {
            let mut buffer = [0; 8192];
            while let Ok(read @ 1..) = pipe.read(&mut buffer) {
                let mut kept =
                    sink.lock().unwrap_or_else(PoisonError::into_inner);
                let room = limit.saturating_sub(kept.len());
                kept.extend_from_slice(&buffer[..read.min(room)]);
                printed.fetch_add(read, Ordering::Relaxed);
            }
        });
        Self { kept, reader }
    }

    /// Waits for the end of the pipe. True: it did not come.
    fn is_open_at(&self, latest: Instant) -> bool {
        while !self.reader.is_finished() {
            if Instant::now() >= latest {
                return true;
            }
            thread::sleep(Duration::from_millis(1));
        }
        false
    }

    fn text(&self) -> String {
        let kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        String::from_utf8_lossy(&kept).replace("\r\n", "\n")
    }
}

#[cfg(unix)]
fn own_group(command: &mut Command) {
    use std::os::unix::process::CommandExt;
    command.process_group(0);
}

#[cfg(not(unix))]
fn own_group(_: &mut Command) {}

fn kill_group(child: &mut Child) {
    // The id stays ours until `wait`, or while a member of the group lives.
    group::kill(child.id());
    let _ = child.kill();
    let _ = child.wait();
}
