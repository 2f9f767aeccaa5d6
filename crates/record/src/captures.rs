//! What the programs print.

use std::collections::BTreeSet;
use std::ffi::OsString;
use std::io::Read;
use std::process::{Command, Stdio};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};
use timeline::{EventKind, Recording};

use crate::Files;
use crate::examples::Example;
use crate::harness::{cargo, target};

/// A program that runs longer than this hangs.
const LIMIT: Duration = Duration::from_secs(30);

/// The lines of the run that the example's file gives, on the paused clock.
pub fn recorded_output(example: &Example, recording: &Recording) -> String {
    let mut text = format!("$ {}\n", example.command());
    for event in recording.default_run().iter().flat_map(|run| &run.events) {
        if let EventKind::Out { text: line, .. } = &event.kind {
            text.push_str(line);
            text.push('\n');
        }
    }
    text
}

/// Runs the asyncio twins. A twin's file changes only when more than its
/// durations changed.
pub fn twins(examples: &[Example], files: &mut Files) -> Result<()> {
    let Some(python) = python() else {
        eprintln!("skipped the asyncio twins: no Python 3.11 or later here");
        return Ok(());
    };
    let programs = examples.iter().filter_map(|example| {
        let name = &example.name;
        Some(Program {
            source: format!("examples/{name}.py"),
            start: vec![python.clone().into(), example.twin.clone()?.into()],
            shown: format!("$ python3 examples/{name}.py"),
            output: format!("recordings/{name}.py.txt"),
        })
    });
    capture(&programs.collect::<Vec<_>>(), files)
}

fn python() -> Option<String> {
    let test = "import sys; sys.exit(sys.version_info < (3, 11))";
    ["python3", "python"]
        .into_iter()
        .map(str::to_owned)
        .find(|python| {
            let mut command = Command::new(python);
            command.args(["-c", test]).stderr(Stdio::null());
            command.status().is_ok_and(|status| status.success())
        })
}

/// Runs each example as the reader would, on the machine's clock, and compares
/// all but the durations with what was recorded.
pub fn real_clock(examples: &[Example], files: &mut Files) -> Result<()> {
    if examples.is_empty() {
        return Ok(());
    }
    let features: BTreeSet<&str> = examples
        .iter()
        .flat_map(|example| example.features.iter().map(String::as_str))
        .collect();
    let features: Vec<&str> = features.into_iter().collect();
    let status = Command::new(cargo())
        .args(["build", "--quiet", "--package", "examples", "--examples"])
        .args(["--features", &features.join(",")])
        .current_dir(files.root())
        .status()
        .context("cannot start cargo")?;
    if !status.success() {
        bail!("the examples do not build");
    }
    let dir = target(files.root()).join("debug/examples");
    let programs = examples.iter().map(|example| {
        let name = &example.name;
        Program {
            source: format!("examples/{name}.rs"),
            start: vec![dir.join(name).into()],
            shown: format!("$ {}", example.command()),
            output: format!("recordings/{name}.txt"),
        }
    });
    capture(&programs.collect::<Vec<_>>(), files)
}

/// A program whose output is kept.
struct Program {
    source: String,
    /// What is started, and its arguments.
    start: Vec<OsString>,
    /// The first line of the output's file.
    shown: String,
    output: String,
}

/// On a real clock a machine that stalls can change an output. Only who
/// differs this often in a row is stale.
const TRIES: usize = 3;

/// Runs the programs, one for each core at a time: most of them sleep.
fn capture(programs: &[Program], files: &mut Files) -> Result<()> {
    let next = AtomicUsize::new(0);
    let work = |files: &Files| {
        let mut done = Vec::new();
        loop {
            let i = next.fetch_add(1, Ordering::Relaxed);
            let Some(program) = programs.get(i) else {
                break done;
            };
            done.push((i, run(program, files)));
        }
    };
    let cores = thread::available_parallelism().map_or(1, usize::from);
    let shared = &*files;
    let mut done: Vec<_> = thread::scope(|scope| {
        let workers = (0..cores).map(|_| scope.spawn(|| work(shared)));
        let workers: Vec<_> = workers.collect();
        let ended = workers.into_iter().map(thread::ScopedJoinHandle::join);
        ended.flat_map(|one| one.expect("no run panics")).collect()
    });
    done.sort_by_key(|(i, _)| *i);
    for (i, text) in done {
        put_masked(files, &programs[i].output, &text?)?;
    }
    Ok(())
}

fn run(program: &Program, files: &Files) -> Result<String> {
    let committed = mask(&files.read(&program.output));
    let mut text = String::new();
    for _ in 0..TRIES {
        let (start, arguments) =
            program.start.split_first().context("nothing to start")?;
        let mut command = Command::new(start);
        command.args(arguments).current_dir(files.root());
        let printed =
            captured(command).with_context(|| program.source.clone())?;
        text = format!("{}\n{printed}", program.shown);
        if !files.check() || mask(&text) == committed {
            break;
        }
        eprintln!("{} printed something else", program.source);
    }
    Ok(text)
}

/// Everything a program prints to standard output, if it ends in time and
/// well.
fn captured(mut command: Command) -> Result<String> {
    let mut child = command
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .context("cannot start it")?;
    let out = child.stdout.take().map(read_aside);
    let err = child.stderr.take().map(read_aside);
    let start = Instant::now();
    let status = loop {
        if let Some(status) = child.try_wait()? {
            break status;
        }
        if start.elapsed() > LIMIT {
            child.kill()?;
            bail!("it still runs after {} s", LIMIT.as_secs());
        }
        thread::sleep(Duration::from_millis(5));
    };
    let text = |reader: Option<thread::JoinHandle<String>>| {
        reader
            .and_then(|reader| reader.join().ok())
            .unwrap_or_default()
    };
    let (out, err) = (text(out), text(err));
    // An example may end with an error: then that is what it shows.
    if !status.success() && out.is_empty() {
        bail!("it ended with {status}:\n{err}");
    }
    Ok(out)
}

fn read_aside(
    mut from: impl Read + Send + 'static,
) -> thread::JoinHandle<String> {
    thread::spawn(move || {
        let mut bytes = Vec::new();
        let _ = from.read_to_end(&mut bytes);
        String::from_utf8_lossy(&bytes).into_owned()
    })
}

/// Compares without durations; keeps the committed durations where nothing
/// else changed.
fn put_masked(files: &mut Files, path: &str, text: &str) -> Result<()> {
    if mask(&files.read(path)) == mask(text) {
        return Ok(());
    }
    files.put(path, text)
}

/// Replaces durations: `152 ms`, `0.15 s`.
fn mask(text: &str) -> String {
    let mut masked = String::new();
    let mut rest = text;
    while let Some(at) = rest.find(|c: char| c.is_ascii_digit()) {
        masked.push_str(&rest[..at]);
        rest = &rest[at..];
        let end = rest
            .find(|c: char| !c.is_ascii_digit() && c != '.')
            .unwrap_or(rest.len());
        let unit = [" ms", " s"].iter().any(|unit| {
            rest[end..].strip_prefix(unit).is_some_and(|after| {
                !after.starts_with(|c: char| c.is_alphanumeric())
            })
        });
        masked.push_str(if unit { "#" } else { &rest[..end] });
        rest = &rest[end..];
    }
    masked.push_str(rest);
    masked
}

#[cfg(test)]
mod tests {
    use super::mask;

    #[test]
    fn durations_are_masked_and_counts_are_not() {
        assert_eq!(mask("6 done at 152 ms"), "6 done at # ms");
        assert_eq!(mask("0.15 s, 3 sums"), "# s, 3 sums");
        assert_eq!(mask("2 seconds"), "2 seconds");
        assert_eq!(mask("7 s"), "# s");
    }
}
