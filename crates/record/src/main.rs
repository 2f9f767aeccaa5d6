//! Records the examples: timelines, outputs, the compiler's words.
//!
//! Everything it writes is committed. `--check` writes nothing and fails when
//! a committed file differs from what the code does today.

mod asyncio;
mod captures;
mod compiler;
mod copies;
mod durations;
mod examples;
mod exercises;
mod harness;
mod instrument;
mod many;
mod needs;
mod pictures;
mod process;
mod reader;
mod runs;
mod transcript;
mod waits;

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::{env, fs};

use anyhow::{Context, Result, bail};
use clap::{Parser, Subcommand};

use timeline::Recording;

use crate::examples::Example;

/// Record the examples: timelines, outputs, the compiler's words.
#[derive(Parser)]
#[command(args_conflicts_with_subcommands = true)]
struct Arguments {
    #[command(subcommand)]
    what: Option<What>,
    /// Only these examples (`semaphore` for `examples/semaphore.rs`)
    names: Vec<String>,
    /// Write nothing; fail if a committed file is not what the code does
    #[arg(long)]
    check: bool,
    /// Leave out the exercises, the asyncio twins and the runs on the real
    /// clock
    #[arg(long)]
    timelines_only: bool,
    /// Record this often, and fail unless each recording is the same
    #[arg(long, value_name = "N", default_value_t = 1)]
    repeat: u32,
    /// Record the exercises' checks and answers, and nothing else; the names
    /// are those of exercises then
    #[arg(long)]
    exercises: bool,
    /// Record the asyncio twins, and nothing else
    #[arg(long)]
    asyncio: bool,
    /// Write the timelines in the Chrome trace format, which Perfetto opens,
    /// into this folder, and nothing else
    #[arg(long, value_name = "DIR")]
    chrome: Option<PathBuf>,
    /// Draw `src/figures/` again from what was recorded, and nothing else
    #[arg(long)]
    pictures: bool,
}

#[derive(Subcommand)]
enum What {
    Reader(reader::Reader),
    Runs(runs::Runs),
    Copies(copies::Copies),
}

fn main() -> ExitCode {
    bounded_process::launcher::enter();
    match run(&Arguments::parse()) {
        Ok(code) => ExitCode::from(code),
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

/// What Ctrl-C ends, by the custom of shells.
const INTERRUPTED: i32 = 130;

/// The exit code.
fn run(arguments: &Arguments) -> Result<u8> {
    // A program that was started in the background may ignore Ctrl-C, and so
    // would the examples that send it to themselves: with a handler here,
    // what is started begins with the usual one.
    ctrlc::set_handler(|| std::process::exit(INTERRUPTED))
        .context("cannot listen to Ctrl-C")?;
    let root = root()?;
    let mut files = Files {
        root: root.clone(),
        check: arguments.check,
        stale: 0,
    };
    match &arguments.what {
        Some(What::Reader(reader)) => return reader::record(&root, reader),
        Some(What::Copies(copies)) => {
            return copies::run(&root, copies, &files).map(|()| 0);
        }
        Some(What::Runs(runs)) => {
            return runs::run(runs, &files).map(|()| 0);
        }
        None => {}
    }
    if arguments.pictures {
        pictures::redraw(&mut files)?;
        return files.verdict();
    }
    if arguments.asyncio {
        let examples = examples::find(&root, &arguments.names)?;
        let twins = record_twins(arguments, &examples, &mut files)?;
        pictures::draw(&twins, &mut files)?;
        return files.verdict();
    }
    if arguments.exercises
        || arguments.names.is_empty()
            && arguments.chrome.is_none()
            && !arguments.timelines_only
    {
        record_exercises(arguments, &mut files)?;
    }
    if arguments.exercises {
        return files.verdict();
    }
    let examples = examples::find(&root, &arguments.names)?;
    if let Some(dir) = &arguments.chrome {
        return chrome(&root, &examples, dir).map(|()| 0);
    }
    let (staged, plain): (Vec<Example>, Vec<Example>) =
        examples.into_iter().partition(Example::has_timeline);
    let mut recordings = harness::record(&root, &staged)?;
    for time in 2..=arguments.repeat {
        if harness::record(&root, &staged)? != recordings {
            bail!("recording {time} differs from the first");
        }
    }
    for recorded in &recordings {
        let name = &recorded.example;
        files.put(&format!("recordings/{name}.json"), &recorded.to_json())?;
    }
    // After those of the examples, which stand in their order.
    recordings.extend(record_twins(arguments, &staged, &mut files)?);
    pictures::draw(&recordings, &mut files)?;
    if !arguments.timelines_only {
        let programs: Vec<&Example> = staged.iter().chain(&plain).collect();
        captures::real_clock(&programs, &mut files)?;
        captures::twins(&programs, &mut files)?;
        compiler::record(&arguments.names, &mut files)?;
    }
    let pairs = staged.iter().zip(&recordings);
    let contradictions: Vec<String> = pairs
        .filter_map(|(one, run)| captures::contradiction(one, run, &files))
        .collect();
    for contradiction in &contradictions {
        eprintln!("{contradiction}");
    }
    let verdict = files.verdict()?;
    match contradictions.len() {
        0 => Ok(verdict),
        n => bail!(
            "{n} examples print other lines where the clock is paused: change \
             them, or say `clock = \"real\"` or `free = [\"words\"]` in \
             recordings/NAME.toml"
        ),
    }
}

/// How often the twins are recorded to be compared, at the most.
const ASYNCIO_REPEAT: u32 = 3;

fn record_twins(
    arguments: &Arguments,
    examples: &[Example],
    files: &mut Files,
) -> Result<Vec<Recording>> {
    let twins = asyncio::record(examples, files)?;
    // Each is a process of Python: twenty of all would take ten minutes. One
    // program is recorded twenty times in the tests.
    for time in 2..=arguments.repeat.min(ASYNCIO_REPEAT) {
        if asyncio::record(examples, files)? != twins {
            bail!("recording {time} of asyncio differs from the first");
        }
    }
    Ok(twins)
}

fn record_exercises(arguments: &Arguments, files: &mut Files) -> Result<()> {
    let root = files.root.clone();
    let names = match arguments.exercises {
        true => &arguments.names[..],
        false => &[],
    };
    let subjects = exercises::find(&root, names)?;
    let recorded = exercises::record(&root, &subjects, arguments.repeat)?;
    let mut differences = String::new();
    for one in recorded {
        let id = &one.expected.exercise;
        let path = format!("recordings/exercises/{id}.json");
        files.put(&path, &one.expected.to_json())?;
        differences.push_str(&one.differences);
    }
    // Those of all exercises stand in one file, to be read at one go.
    match names {
        [] => files.put(DIFFERENCES, &differences),
        _ => {
            print!("{differences}");
            Ok(())
        }
    }
}

/// In which sentence each wrong answer parts from the expected run.
const DIFFERENCES: &str = "recordings/exercises/differences.txt";

fn chrome(root: &Path, examples: &[Example], dir: &Path) -> Result<()> {
    fs::create_dir_all(dir)?;
    for example in examples {
        let path = root.join(format!("recordings/{}.json", example.name));
        let text = fs::read_to_string(&path)
            .with_context(|| format!("cannot read {}", path.display()))?;
        let recording = timeline::Recording::from_json(&text)
            .with_context(|| path.display().to_string())?;
        let to = dir.join(format!("{}.trace.json", example.name));
        fs::write(&to, timeline::chrome::export(&recording))?;
        println!("{}", to.display());
    }
    Ok(())
}

/// The repository: the nearest folder above this one with a `book.toml`.
fn root() -> Result<PathBuf> {
    let here = env::current_dir().context("no current folder")?;
    here.ancestors()
        .find(|dir| dir.join("book.toml").is_file())
        .map(Path::to_owned)
        .context("no book.toml here or above: start inside the repository")
}

/// The committed files that are written, or compared.
pub struct Files {
    root: PathBuf,
    check: bool,
    stale: usize,
}

impl Files {
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// Whether nothing is written.
    pub fn check(&self) -> bool {
        self.check
    }

    pub fn read(&self, path: &str) -> String {
        fs::read_to_string(self.root.join(path)).unwrap_or_default()
    }

    /// Writes the file, or tells that it differs. `path` is relative to the
    /// repository.
    pub fn put(&mut self, path: &str, text: &str) -> Result<()> {
        let before = self.read(path);
        if before == text {
            return Ok(());
        }
        if self.check {
            self.differs(path, &before, text);
            return Ok(());
        }
        let path = self.root.join(path);
        if let Some(dir) = path.parent() {
            fs::create_dir_all(dir)?;
        }
        fs::write(&path, text)
            .with_context(|| format!("cannot write {}", path.display()))
    }

    /// Fails if a file is stale.
    fn verdict(&self) -> Result<u8> {
        match self.stale {
            0 => Ok(0),
            n => bail!(
                "{n} recorded files are stale; `cargo book record` writes \
                 them anew"
            ),
        }
    }

    pub fn differs(&mut self, path: &str, before: &str, now: &str) {
        self.stale += 1;
        let (mut old, mut new) = (before.lines(), now.lines());
        let mut line = 1;
        let (old, new) = loop {
            let pair = (old.next(), new.next());
            if pair.0 != pair.1 || pair.0.is_none() {
                break pair;
            }
            line += 1;
        };
        let cut = |line: Option<&str>| -> String {
            line.unwrap_or("(nothing)").chars().take(160).collect()
        };
        eprintln!(
            "stale: {path}, line {line}\n  file: {}\n  now:  {}",
            cut(old),
            cut(new)
        );
    }
}
