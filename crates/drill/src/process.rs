//! Runs a program within limits and ends everything that it started.

use std::io::Read;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use anyhow::{Context, Result};

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
}

/// Runs `command` to its end, or to the first limit that it crosses.
pub fn run(
    mut command: Command,
    time: Duration,
    output: usize,
    memory: Option<u64>,
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
        limit_memory(&child, bytes);
    }
    let printed = Arc::new(AtomicUsize::new(0));
    let out = child.stdout.take().map(|p| drain(p, output, &printed));
    let err = child.stderr.take().map(|p| drain(p, output, &printed));
    let end = wait(&mut child, Instant::now() + time, output, &printed);
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

#[cfg(unix)]
fn kill_group(child: &mut Child) {
    use rustix::process::{Pid, Signal, kill_process_group};
    // The id stays ours until `wait`, or while a member of the group lives.
    if let Some(group) = Pid::from_raw(child.id() as i32) {
        let _ = kill_process_group(group, Signal::KILL);
    }
    let _ = child.wait();
}

#[cfg(not(unix))]
fn kill_group(child: &mut Child) {
    let _ = child.kill();
    let _ = child.wait();
}

#[cfg(target_os = "linux")]
fn limit_memory(child: &Child, bytes: u64) {
    use rustix::process::{Pid, Resource, Rlimit, prlimit};
    let limit = Rlimit {
        current: Some(bytes),
        maximum: Some(bytes),
    };
    // A limit that cannot be set leaves the time limit.
    if let Some(pid) = Pid::from_raw(child.id() as i32) {
        let _ = prlimit(Some(pid), Resource::As, limit);
    }
}

#[cfg(not(target_os = "linux"))]
fn limit_memory(_: &Child, _: u64) {}
