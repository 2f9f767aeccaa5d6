//! Runs one program, and says whether it had to wait for a CPU.
//!
//! A thread that is ready and gets no CPU makes a later timer catch up with an
//! earlier one: what is printed then says nothing about the program. The
//! system counts this for each thread, when the wait is over. The count goes
//! with the thread, so it is read while the program runs; and a thread that is
//! ready at two looks and has not run in between is waiting.
//!
//! What is run here is an example of the book. It has no other limit than its
//! time: those of `bounded-process` cost ten times as much CPU as the example,
//! and thousands of runs would wait for each other.

use std::collections::HashMap;
use std::ffi::OsString;
use std::fs::{self, File};
use std::io::{Read, Seek};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::str;
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};

/// Between two looks.
const PAUSE: Duration = Duration::from_millis(5);

/// Who runs longer hangs.
const LIMIT: Duration = Duration::from_secs(30);

pub struct Run {
    pub out: String,
    pub err: String,
    /// For how long a thread of it was ready and got no CPU, at most.
    pub waited: Duration,
}

pub fn run(mut command: Command) -> Result<Run> {
    command.stdin(Stdio::null());
    command.stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().context("cannot start it")?;
    let out = child.stdout.take().context("no standard output")?;
    let err = child.stderr.take().context("no standard error")?;
    thread::scope(|scope| {
        let out = scope.spawn(|| read(out));
        let err = scope.spawn(|| read(err));
        let waited = watch(&mut child);
        if waited.is_err() {
            // Its pipes are closed then, and the threads end.
            child.kill().and_then(|()| child.wait().map(drop)).ok();
        }
        let text = |one: thread::ScopedJoinHandle<String>| {
            one.join().unwrap_or_default()
        };
        Ok(Run {
            out: text(out),
            err: text(err),
            waited: waited?,
        })
    })
}

fn read(mut pipe: impl Read) -> String {
    let mut bytes = Vec::new();
    // What was read until an error is what there is.
    let _ = pipe.read_to_end(&mut bytes);
    String::from_utf8_lossy(&bytes).into_owned()
}

/// Waits for the end of the program.
fn watch(child: &mut Child) -> Result<Duration> {
    let program = PathBuf::from(format!("/proc/{}/task", child.id()));
    let mut threads = Threads::default();
    let began = Instant::now();
    loop {
        let seen = Instant::now();
        threads.look(&program);
        thread::sleep(PAUSE);
        if child.try_wait()?.is_some() {
            // This thread waits, too: then the end was not seen, and as much
            // may have been missed.
            let unseen = seen.elapsed().saturating_sub(PAUSE);
            return Ok(threads.longest.max(unseen));
        }
        if began.elapsed() >= LIMIT {
            bail!("it runs for more than {} s", LIMIT.as_secs());
        }
    }
}

#[derive(Default)]
struct Threads {
    each: HashMap<OsString, Thread>,
    /// The longest wait of any of them.
    longest: Duration,
}

struct Thread {
    schedstat: File,
    stat: File,
    seen: Instant,
    /// On a CPU, and ready without one, until the last look.
    ran: Duration,
    waited: Duration,
    /// Ready since so long, without having run.
    ready: Duration,
}

impl Threads {
    fn look(&mut self, program: &Path) {
        // Nothing is there if it has ended, or if this is no Linux.
        for entry in fs::read_dir(program).into_iter().flatten().flatten() {
            let name = entry.file_name();
            if !self.each.contains_key(&name) {
                let Some(thread) = Thread::open(&entry.path()) else {
                    continue;
                };
                self.each.insert(name.clone(), thread);
            }
            let thread = self.each.get_mut(&name);
            let wait = thread.and_then(Thread::wait).unwrap_or_default();
            self.longest = self.longest.max(wait);
        }
    }
}

impl Thread {
    fn open(path: &Path) -> Option<Self> {
        Some(Self {
            schedstat: File::open(path.join("schedstat")).ok()?,
            stat: File::open(path.join("stat")).ok()?,
            seen: Instant::now(),
            ran: Duration::ZERO,
            waited: Duration::ZERO,
            ready: Duration::ZERO,
        })
    }

    /// The wait that is over since the last look, or that goes on.
    fn wait(&mut self) -> Option<Duration> {
        // On a CPU, ready and not on it, how often.
        let schedstat = text(&self.schedstat)?;
        let mut numbers = schedstat.split_whitespace();
        let mut nanos =
            || numbers.next()?.parse().ok().map(Duration::from_nanos);
        let (ran, waited) = (nanos()?, nanos()?);
        // After the name, which may hold anything, the state: ready, or waiting
        // for the disk, as for a piece of the program itself.
        let stat = text(&self.stat)?;
        let is_ready = stat.rsplit_once(") ")?.1.starts_with(['R', 'D']);
        let now = Instant::now();
        self.ready = match is_ready && ran == self.ran {
            true => self.ready + (now - self.seen),
            false => Duration::ZERO,
        };
        let over = waited.saturating_sub(self.waited);
        (self.seen, self.ran, self.waited) = (now, ran, waited);
        Some(over.max(self.ready))
    }
}

fn text(mut file: &File) -> Option<String> {
    let mut bytes = [0; 512];
    file.rewind().ok()?;
    let length = file.read(&mut bytes).ok()?;
    str::from_utf8(&bytes[..length]).ok().map(str::to_owned)
}

#[cfg(test)]
#[cfg(target_os = "linux")]
mod tests {
    use super::*;
    use crate::many;

    /// Nice: any thread that is not goes first.
    const WORK: &str = "i=0; while [ $i -lt 30000 ]; do i=$((i+1)); done; \
        echo done; echo well >&2";

    #[test]
    fn a_program_that_gets_no_cpu_waits() {
        let ran = many::busy(|| {
            let mut command = Command::new("nice");
            command.args(["-n", "19", "sh", "-c", WORK]);
            run(command).unwrap()
        });
        assert_eq!((&*ran.out, &*ran.err), ("done\n", "well\n"));
        assert!(ran.waited > Duration::from_millis(10));
    }

    #[test]
    fn a_wait_is_what_was_added_since_the_last_look() {
        let dir = std::env::temp_dir();
        let dir = dir.join(format!("record-waits-{}", std::process::id()));
        fs::create_dir_all(dir.join("7")).unwrap();
        let mut threads = Threads::default();
        let mut look = |ran: u32, waited: u32, state: char| {
            let text = format!("{ran} {waited}000000 9\n");
            fs::write(dir.join("7/schedstat"), text).unwrap();
            let text = format!("7 (a) S) {state} 1 7\n");
            fs::write(dir.join("7/stat"), text).unwrap();
            threads.look(&dir);
            threads.longest
        };
        look(1, 4, 'S');
        look(2, 8, 'R');
        assert_eq!(look(3, 30, 'S'), Duration::from_millis(22));
        look(4, 31, 'R');
        thread::sleep(Duration::from_millis(30));
        let longest = look(4, 31, 'R');
        assert!(longest >= Duration::from_millis(30), "{longest:?}");
        fs::remove_dir_all(&dir).unwrap();
    }
}
