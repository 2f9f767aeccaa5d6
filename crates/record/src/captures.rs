//! What the programs print, and what the compiler says.

use std::collections::BTreeSet;
use std::ffi::OsString;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};
use std::{fs, thread};

use anyhow::{Context, Result, bail};
use timeline::{EventKind, Recording};

use crate::Files;
use crate::examples::{Example, stem};
use crate::stage::{cargo, target};

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

/// Compiles the programs in `examples/fail`, and keeps what rustc says.
pub fn compiler(names: &[String], files: &mut Files) -> Result<()> {
    let dir = files.root().join("examples/fail");
    let Ok(entries) = fs::read_dir(dir) else {
        return Ok(());
    };
    let mut programs: Vec<String> = entries
        .filter_map(|entry| stem(&entry.ok()?.path(), "rs"))
        .filter(|name| names.is_empty() || names.contains(name))
        .collect();
    programs.sort();
    if programs.is_empty() {
        return Ok(());
    }
    let libraries = libraries(files.root())?;
    for name in programs {
        let path = format!("examples/fail/{name}.rs");
        let said = compile(files.root(), &path, &libraries)?;
        let source = files.read(&path);
        let expected = source
            .lines()
            .next()
            .and_then(|line| line.strip_prefix("//! expect: "))
            .with_context(|| {
                format!("{path} must begin with `//! expect: error E…`")
            })?;
        let wanted = match expected.split_once(' ') {
            Some(("error", code)) if is_code(code) => {
                format!("error[{code}]")
            }
            // Some errors have no code: "future cannot be sent …".
            Some(("error", words)) => format!("error: {words}"),
            Some(("warning", _)) => "warning: ".to_owned(),
            _ => bail!(
                "{path}: expect `error CODE`, `error WORDS` or `warning LINT`"
            ),
        };
        if !said.contains(&wanted) {
            bail!("{path} should give {expected}; the compiler says:\n{said}");
        }
        files.put(&format!("recordings/fail/{name}.txt"), &said)?;
    }
    Ok(())
}

fn is_code(text: &str) -> bool {
    text.strip_prefix('E').is_some_and(|number| {
        number.len() == 4 && number.bytes().all(|b| b.is_ascii_digit())
    })
}

fn compile(
    root: &Path,
    path: &str,
    libraries: &[(String, PathBuf)],
) -> Result<String> {
    let out = target(root).join("stage/fail");
    fs::create_dir_all(&out)?;
    let deps = target(root).join("debug/deps");
    let mut command = Command::new("rustc");
    command
        .args(["--edition", "2024", "--emit", "metadata"])
        .args(["--color", "never", "--cfg", "tokio_unstable"])
        .arg("--out-dir")
        .arg(out)
        .arg("-L")
        .arg(format!("dependency={}", deps.display()))
        .arg(path)
        .current_dir(root);
    for (name, library) in libraries {
        let library = format!("{name}={}", library.display());
        command.arg("--extern").arg(library);
    }
    let output = command.output().context("cannot start rustc")?;
    let text = String::from_utf8_lossy(&output.stderr);
    Ok(text.lines().map(|line| portable(line) + "\n").collect())
}

/// A line that points into a library, without the folders of this machine.
fn portable(line: &str) -> String {
    // Where an error is, and where something else is that it speaks of.
    let arrow = ["--> ", "::: "].into_iter().find(|a| line.contains(a));
    let Some((before, path)) = arrow.and_then(|a| line.split_once(a)) else {
        return line.to_owned();
    };
    let arrow = arrow.unwrap_or_default();
    let library = path.split_once("/registry/src/").and_then(|(_, path)| {
        path.split_once('/').map(|(_, path)| path.to_owned())
    });
    let std = path
        .rsplit_once("/library/")
        .map(|(_, path)| format!("library/{path}"));
    match library.or(std) {
        Some(path) => format!("{before}{arrow}{path}"),
        None => line.to_owned(),
    }
}

/// The compiled libraries that the examples use.
fn libraries(root: &Path) -> Result<Vec<(String, PathBuf)>> {
    let output = Command::new(cargo())
        .args(["build", "--quiet", "--package", "stage"])
        .arg("--message-format=json")
        .current_dir(root)
        .stderr(Stdio::inherit())
        .output()
        .context("cannot start cargo")?;
    let mut found = Vec::new();
    for line in String::from_utf8_lossy(&output.stdout).lines() {
        let message: serde_json::Value = serde_json::from_str(line)?;
        let name = message["target"]["name"].as_str().unwrap_or_default();
        let files = message["filenames"].as_array().into_iter().flatten();
        let library = files
            .filter_map(|file| file.as_str())
            .find(|file| file.ends_with(".rlib"));
        if let Some(library) = library
            && ["tokio", "tokio_util", "futures"].contains(&name)
        {
            found.push((name.to_owned(), PathBuf::from(library)));
        }
    }
    Ok(found)
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
    use super::{is_code, mask, portable};

    #[test]
    fn an_error_is_expected_by_its_code_or_by_its_words() {
        assert!(is_code("E0382"));
        assert!(!is_code("future cannot be sent"));
        assert!(!is_code("Error"));
    }

    #[test]
    fn paths_into_libraries_lose_the_folders_of_this_machine() {
        let line = " --> /x/registry/src/index-1/tokio-1.0.0/src/a.rs:1:2";
        assert_eq!(portable(line), " --> tokio-1.0.0/src/a.rs:1:2");
        let line = " ::: /x/registry/src/index-1/tokio-1.0.0/src/a.rs:1:2";
        assert_eq!(portable(line), " ::: tokio-1.0.0/src/a.rs:1:2");
        let line = " --> examples/fail/a.rs:1:2";
        assert_eq!(portable(line), line);
    }

    #[test]
    fn durations_are_masked_and_counts_are_not() {
        assert_eq!(mask("6 done at 152 ms"), "6 done at # ms");
        assert_eq!(mask("0.15 s, 3 sums"), "# s, 3 sums");
        assert_eq!(mask("2 seconds"), "2 seconds");
        assert_eq!(mask("7 s"), "# s");
    }
}
