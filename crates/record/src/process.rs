//! Runs one program to its end.

use std::io::{self, Read};
use std::process::{Command, ExitStatus, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};

/// A program that runs longer than this hangs.
const LIMIT: Duration = Duration::from_secs(30);

pub struct Printed {
    pub out: String,
    pub err: String,
    pub status: ExitStatus,
}

/// Both streams, each for itself.
pub fn apart(mut command: Command) -> Result<Printed> {
    command.stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = start(command)?;
    let out = child.stdout.take().map(read_aside);
    let err = child.stderr.take().map(read_aside);
    let status = end(&mut child)?;
    let text = |aside: Option<Aside>| -> Result<String> {
        aside.map_or(Ok(String::new()), finish)
    };
    Ok(Printed {
        out: text(out)?,
        err: text(err)?,
        status,
    })
}

/// Both streams in one, as on a terminal.
pub fn together(mut command: Command) -> Result<String> {
    let (reader, writer) = io::pipe().context("no pipe")?;
    command.stdout(writer.try_clone()?).stderr(writer);
    // Takes the command: the last writers must be those of the child.
    let mut child = start(command)?;
    let text = read_aside(reader);
    end(&mut child)?;
    finish(text)
}

type Aside = thread::JoinHandle<io::Result<Vec<u8>>>;

fn start(mut command: Command) -> Result<std::process::Child> {
    command.stdin(Stdio::null());
    command.spawn().context("cannot start it")
}

fn end(child: &mut std::process::Child) -> Result<ExitStatus> {
    let start = Instant::now();
    loop {
        if let Some(status) = child.try_wait()? {
            return Ok(status);
        }
        if start.elapsed() > LIMIT {
            child.kill()?;
            child.wait()?;
            bail!("it still runs after {} s", LIMIT.as_secs());
        }
        thread::sleep(Duration::from_millis(5));
    }
}

fn read_aside(mut from: impl Read + Send + 'static) -> Aside {
    thread::spawn(move || {
        let mut bytes = Vec::new();
        from.read_to_end(&mut bytes)?;
        Ok(bytes)
    })
}

fn finish(aside: Aside) -> Result<String> {
    let read = aside.join().ok().context("the reader panicked")?;
    let text = String::from_utf8_lossy(&read.context("cannot read")?)
        .replace("\r\n", "\n");
    Ok(text)
}
