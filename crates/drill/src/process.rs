//! Runs a program within limits and ends everything that it started.

use std::io::Read;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use anyhow::{Context, Result};

use crate::group::{self, Cancel};

/// What a program printed and how it ended.
pub struct Outcome {
    pub end: End,
    pub stdout: String,
    pub stderr: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum End {
    Exit(i32),
    Signal,
    /// Stopped by us: it took too long.
    Time,
    /// Stopped by us: it printed too much.
    Output,
    /// Stopped by us: nobody wants to know any more.
    Cancelled,
}

/// Runs `command` to its end, or to the first limit that it crosses.
pub fn run(
    mut command: Command,
    time: Duration,
    output: usize,
    memory: Option<u64>,
    cancel: &Cancel,
) -> Result<Outcome> {
    command
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    own_group(&mut command);
    let program = command.get_program().to_string_lossy().into_owned();
    let mut child = command
        .spawn()
        .with_context(|| format!("cannot start `{program}`"))?;
    if let Some(bytes) = memory {
        group::limit_memory(child.id(), bytes);
    }
    let printed = Arc::new(AtomicUsize::new(0));
    let out = child.stdout.take().map(|p| drain(p, output, &printed));
    let err = child.stderr.take().map(|p| drain(p, output, &printed));
    let deadline = Instant::now() + time;
    let end = wait(&mut child, deadline, output, &printed, cancel);
    // Also after an ordinary end: what it started must not outlive it, and
    // would keep the pipes open.
    kill_group(&mut child);
    let end = end.with_context(|| format!("cannot wait for `{program}`"))?;
    Ok(Outcome {
        end,
        stdout: join(out),
        stderr: join(err),
    })
}

fn wait(
    child: &mut Child,
    deadline: Instant,
    output: usize,
    printed: &AtomicUsize,
    cancel: &Cancel,
) -> Result<End> {
    let mut pause = Duration::from_millis(1);
    loop {
        if let Some(status) = child.try_wait()? {
            return Ok(ended(status));
        }
        if printed.load(Ordering::Relaxed) > output {
            return Ok(End::Output);
        }
        if Instant::now() >= deadline {
            return Ok(End::Time);
        }
        if cancel.is_cancelled() {
            return Ok(End::Cancelled);
        }
        thread::sleep(pause);
        pause = (pause * 2).min(Duration::from_millis(10));
    }
}

fn ended(status: ExitStatus) -> End {
    status.code().map_or(End::Signal, End::Exit)
}

/// Reads a pipe to its end and keeps at most `limit` bytes of it.
fn drain(
    mut pipe: impl Read + Send + 'static,
    limit: usize,
    printed: &Arc<AtomicUsize>,
) -> JoinHandle<String> {
    let printed = Arc::clone(printed);
    thread::spawn(move || {
        let mut kept = Vec::new();
        let mut buffer = [0; 8192];
        while let Ok(read @ 1..) = pipe.read(&mut buffer) {
            let room = limit.saturating_sub(kept.len());
            kept.extend_from_slice(&buffer[..read.min(room)]);
            printed.fetch_add(read, Ordering::Relaxed);
        }
        String::from_utf8_lossy(&kept).replace("\r\n", "\n")
    })
}

fn join(reader: Option<JoinHandle<String>>) -> String {
    reader
        .and_then(|handle| handle.join().ok())
        .unwrap_or_default()
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
