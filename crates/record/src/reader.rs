//! Records the reader's own code: one check of an exercise, or a copy of an
//! example. One program, as fast as can be; whatever it does, what it did
//! until then is told.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use anyhow::{Context, Result, bail};
use bounded_process::Limits;
use checker::checks;
use clap::Args;
use serde::Serialize;
use timeline::cost::Cost;
use timeline::{
    End, Event, EventKind, FORMAT, Lane, LaneKind, Made, Outcome, Recording,
    Run, Runtime, VERSION,
};

use crate::harness;
use crate::instrument::{self, Copy, Probing};
use crate::needs;

/// Record one run of the reader's code; prints one line of JSON
#[derive(Args)]
pub struct Reader {
    /// The exercise, by folder or id: `21_semaphore`
    #[arg(
        long,
        value_name = "NAME",
        required_unless_present = "example",
        requires = "check"
    )]
    exercise: Option<String>,
    /// Which of its checks
    #[arg(long, value_name = "CHECK", conflicts_with = "example")]
    check: Option<String>,
    /// The example of which the file is a copy
    #[arg(long, value_name = "NAME", conflicts_with = "exercise")]
    example: Option<String>,
    /// The file with the reader's code
    #[arg(long, value_name = "FILE")]
    source: PathBuf,
    /// Where to build; it is kept for the next time
    #[arg(long, value_name = "DIR")]
    target_dir: PathBuf,
}

/// The exit code when the code does not compile.
pub const BROKEN: u8 = 3;

/// What is printed.
#[derive(Serialize)]
struct Recorded {
    recording: Recording,
    outcome: Outcome,
    cost: Cost,
}

/// The code as it is staged.
struct Program {
    /// The exercise's or the example's name.
    name: String,
    /// The path by which the reader knows the file.
    file: String,
    source: String,
    /// The checks, as plain functions, and the one to run.
    check: Option<(String, String)>,
}

/// Records and prints. False: it does not compile, and standard error says
/// why.
///
/// # Errors
///
/// When the arguments name nothing, or the harness cannot be built or run for
/// another reason than the reader's code.
pub fn record(root: &Path, arguments: &Reader) -> Result<bool> {
    let source = fs::read_to_string(&arguments.source)
        .with_context(|| format!("cannot read {}", arguments.source.display()))?
        .replace("\r\n", "\n");
    let program = match (&arguments.exercise, &arguments.example) {
        (Some(name), _) => {
            let check = arguments.check.as_deref().unwrap_or_default();
            exercise(root, name, check, source)
        }
        (_, Some(name)) => example(root, name, source),
        _ => bail!("name an exercise or an example"),
    }?;
    let target = absolute(&arguments.target_dir)?;
    if let Err(words) = build(root, &target, &program)? {
        eprint!("{words}");
        return Ok(false);
    }
    let run = play(&target)?;
    let cost = timeline::cost::of(&run);
    let outcome = run.outcome;
    let recording = Recording {
        format: FORMAT.to_owned(),
        version: VERSION,
        example: program.name,
        test: None,
        files: vec![program.file],
        sha256: harness::sha256(&program.source),
        clock: run.clock(),
        runtime: Runtime::Tokio,
        seed: harness::SEED.to_owned(),
        tokio: harness::locked_version(root, "tokio")?,
        python: None,
        knob: None,
        runs: vec![run],
    };
    let recorded = Recorded {
        recording,
        outcome,
        cost,
    };
    println!("{}", serde_json::to_string(&recorded)?);
    Ok(true)
}

fn exercise(
    root: &Path,
    name: &str,
    check: &str,
    source: String,
) -> Result<Program> {
    let exercise = checker::find(root, name)?;
    if !exercise.checks.iter().any(|known| known == check) {
        bail!(
            "{} has no check `{check}`; there are: {}",
            exercise.name,
            exercise.checks.join(", ")
        );
    }
    let checks = checks::plain(&exercise)?;
    Ok(Program {
        file: format!("exercises/{}/exercise.rs", exercise.name),
        name: exercise.id,
        source,
        check: Some((checks, check.to_owned())),
    })
}

fn example(root: &Path, name: &str, source: String) -> Result<Program> {
    let file = format!("examples/{name}.rs");
    let known = name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_');
    if !known || !root.join(&file).is_file() {
        bail!("there is no {file}");
    }
    Ok(Program {
        name: name.to_owned(),
        file,
        source,
        check: None,
    })
}

/// Builds the harness; the error is what the compiler says of the reader's code.
///
/// Probes may ask too much of the compiler. Then the program is built without
/// them, to see whose fault it was, and with some of them, if it can be.
fn build(
    root: &Path,
    target: &Path,
    program: &Program,
) -> Result<Result<(), String>> {
    let known = target.join("reader/probing");
    let first = match fs::read_to_string(&known) {
        Ok(text) if text == format!("{} silent", program.file) => {
            Probing::Silent
        }
        _ => Probing::Full,
    };
    let built = build_with(root, target, program, first)?;
    if built.is_ok() {
        return Ok(built);
    }
    let bare = build_with(root, target, program, Probing::Bare)?;
    if bare.is_err() || first == Probing::Silent {
        return Ok(bare);
    }
    let silent = build_with(root, target, program, Probing::Silent)?;
    if silent.is_ok() {
        // The next version will be as hard to probe.
        fs::write(&known, format!("{} silent", program.file))?;
        return Ok(silent);
    }
    build_with(root, target, program, Probing::Bare)
}

fn build_with(
    root: &Path,
    target: &Path,
    program: &Program,
    probing: Probing,
) -> Result<Result<(), String>> {
    let Program { source, file, .. } = program;
    let copy = match &program.check {
        Some(_) => instrument::instrument_part(source, probing),
        None => instrument::instrument(source, None, probing),
    };
    let copy = match copy {
        Ok(copy) => copy,
        Err(error) => return Ok(Err(format!("error: {file}: {error:#}\n"))),
    };
    let source = write(target, program, &copy)?;
    let built = harness::build(root, target, &source, MOST_WORDS)?;
    // The copy has the same lines.
    let path = copy_path(target, program);
    Ok(built.map_err(|words| words.replace(&*path.to_string_lossy(), file)))
}

fn absolute(dir: &Path) -> Result<PathBuf> {
    fs::create_dir_all(dir)
        .and_then(|()| std::path::absolute(dir))
        .with_context(|| format!("cannot use {}", dir.display()))
}

fn copy_path(target: &Path, program: &Program) -> PathBuf {
    let name = match program.check {
        Some(_) => "exercise.rs",
        None => "example.rs",
    };
    target.join("reader").join(name)
}

/// Writes what is staged; returns the file that names it. The names of the
/// files stay the same: a harness is built anew for each program anyway.
fn write(target: &Path, program: &Program, copy: &Copy) -> Result<PathBuf> {
    let Copy { text, names } = copy;
    let copy = copy_path(target, program);
    harness::write_if_changed(&copy, text)?;
    let is_check = program.check.is_some();
    let (modules, main) = match &program.check {
        Some((text, check)) => {
            let checks = target.join("reader/checks.rs");
            harness::write_if_changed(&checks, text)?;
            let modules = format!(
                "#[allow(warnings, clippy::all)]\nmod staged {{\n\
                 #[path = {copy:?}] pub mod exercise;\n\
                 #[path = {checks:?}] pub mod checks;\n}}"
            );
            (modules, format!("staged::checks::{check}"))
        }
        None => {
            let modules = format!(
                "#[path = {copy:?}]\n#[allow(warnings, clippy::all)]\n\
                 mod staged;"
            );
            (modules, "staged::main".to_owned())
        }
    };
    let needs = needs::of(&program.source);
    let text = format!(
        "{modules}\n#[allow(unused_imports)]\nuse timeline::NeedKind::*;\n\
         const PROGRAMS: &[Staged] = &[Staged {{ name: \"it\", \
         run: |needs| recorder::bounded(&recorder::Program {{ \
         file: {copy:?}, names: &{names:?}, check: {is_check}, \
         needs: &{:?}, workers: {:?} }}, needs, bounds(), \
         || recorder::boxed({main}())) }}];\n",
        needs.clock, needs.workers
    );
    let file = target.join("reader/harness.rs");
    harness::write_if_changed(&file, &text)?;
    Ok(file)
}

/// Bytes of what the compiler says. More is read by nobody.
const MOST_WORDS: usize = 64 << 10;

/// Two seconds for the program, and time to look the call stacks up. The rest
/// is what a run and a check may take.
fn limits() -> Limits {
    Limits {
        time: Duration::from_secs(20),
        ..Limits::default()
    }
    .with(|most| most.address_space = harness::ADDRESS_SPACE)
}

fn play(target: &Path) -> Result<Run> {
    let out = target.join(format!("reader/out-{}.txt", std::process::id()));
    let played = harness::play_into(target, &[], &out, &limits());
    let text = fs::read_to_string(&out).unwrap_or_default();
    let _ = fs::remove_file(&out);
    let run = harness::read(&text)?.pop().map(|(_, run)| run);
    // It took the whole process with it, and its recording.
    Ok(run.unwrap_or_else(|| match played {
        Ok(()) => lost("it ended the process".to_owned()),
        Err(error) => lost(format!("{error:#}")),
    }))
}

/// All that is known of a run: that it was ended from outside.
fn lost(message: String) -> Run {
    Run {
        outcome: Outcome::Panic,
        lanes: vec![Lane {
            name: "main".to_owned(),
            kind: LaneKind::Task,
            parent: None,
            site: None,
            made: Made::Call,
        }],
        events: vec![Event::new(
            0,
            EventKind::End {
                lane: 0,
                how: End::Panic,
                message: Some(message),
                site: None,
            },
        )],
        ..Run::default()
    }
}
