//! The commands that end by themselves.

use std::ffi::OsString;
use std::path::Path;
use std::process::{Command, ExitCode};
use std::time::Instant;

use anyhow::{Context, Result};
use drill::{Exercise, Progress, State};

use crate::cli::{BuildArgs, Cli};
use crate::run::build::cargo;
use crate::{bench, cli, real, root, say, serve};

mod check;

/// Does what the command line asks for.
pub fn run(cli: Cli) -> Result<ExitCode> {
    let root = root::here()?;
    use cli::Command::{
        Bench, Build, Check, Next, Progress, Record, Reset, Serve,
    };
    match cli.command {
        None => serve::serve(&root, &cli.serve)?,
        Some(Serve(args)) => serve::serve(&root, &args)?,
        Some(Build(args)) => build(&root, args)?,
        Some(Record(args)) => return record(&root, &args.arguments),
        Some(Check) => return check::check(&root),
        Some(Next) => next(&root)?,
        Some(Reset(args)) => reset(&root, &args.name)?,
        Some(Progress) => progress(&root)?,
        Some(Bench(args)) => bench::bench(&root, &args)?,
    }
    Ok(ExitCode::SUCCESS)
}

fn build(root: &Path, args: BuildArgs) -> Result<()> {
    // What the reader names is meant from where the reader is.
    let dest = match args.dest {
        Some(dest) => std::path::absolute(&dest)
            .with_context(|| format!("cannot use {}", dest.display()))?,
        None => root.join("book"),
    };
    say::line("building the book");
    let began = Instant::now();
    let report = bindery::build(&bindery::Options {
        root: root.to_path_buf(),
        dest: dest.clone(),
        site_url: args.site_url,
        keep_going: false,
    })?;
    for warning in &report.warnings {
        say::line(&format!("warning: {warning}"));
    }
    say::line(&format!(
        "built {} in {}: {}",
        say::count(report.chapters, "chapter"),
        say::seconds(began.elapsed()),
        dest.display()
    ));
    Ok(())
}

/// Hands over to the tool that records, and to its exit code.
fn record(root: &Path, arguments: &[OsString]) -> Result<ExitCode> {
    let status = Command::new(cargo())
        .current_dir(root)
        .args(real::RECORD)
        .args(arguments)
        .status()
        .context("cannot start cargo. Is it installed, and on the PATH?")?;
    let code = status.code().and_then(|code| u8::try_from(code).ok());
    Ok(code.map_or(ExitCode::FAILURE, ExitCode::from))
}

fn next(root: &Path) -> Result<()> {
    let progress = Progress::load(root)?;
    let all = drill::catalogue(root)?;
    let open = all
        .iter()
        .find(|exercise| progress.entry(&exercise.id).state != State::Solved);
    let Some(exercise) = open else {
        say::line(&format!(
            "all {} are solved",
            say::count(all.len(), "exercise")
        ));
        return Ok(());
    };
    let source = exercise.source_path();
    let shown = source.strip_prefix(root).unwrap_or(&source);
    say::line(&format!(
        "{} ({}, about {} minutes)",
        exercise.title, exercise.name, exercise.minutes
    ));
    say::line(&format!("  read   src/{}", exercise.chapter));
    say::line(&format!(
        "  edit   {}:{}",
        shown.display(),
        exercise.todo_line()?
    ));
    say::line(&format!(
        "  check  cargo test -p exercises --test {}",
        exercise.name
    ));
    Ok(())
}

fn reset(root: &Path, name: &str) -> Result<()> {
    let exercise = drill::find(root, name)?;
    let kept = drill::reset(root, &exercise)?;
    // What it says is no longer about what stands in the file.
    Progress::load(root)?.update(&exercise.id, |entry| {
        entry.state = State::Unsolved;
        entry.judged = String::new();
    })?;
    match kept {
        Some(path) => {
            let shown = path.strip_prefix(root).unwrap_or(&path).display();
            say::line(&format!(
                "{} is as it was at the beginning",
                exercise.name
            ));
            say::line(&format!("your text is kept in {shown}"));
            let source = exercise.source_path();
            let source = source.strip_prefix(root).unwrap_or(&source);
            say::line(&format!(
                "to bring it back: cp {shown} {}",
                source.display()
            ));
        }
        None => say::line(&format!(
            "{} is as it was at the beginning; there was nothing to keep",
            exercise.name
        )),
    }
    Ok(())
}

fn progress(root: &Path) -> Result<()> {
    let progress = Progress::load(root)?;
    let all = drill::catalogue(root)?;
    let widest = all.iter().map(|e| e.name.len()).max().unwrap_or(0);
    let mut solved = 0;
    for exercise in &all {
        let state = state(&progress, exercise);
        solved += usize::from(state.starts_with("solved"));
        say::line(&format!("{:widest$}  {state}", exercise.name));
    }
    say::line(&format!(
        "{solved} of {} solved",
        say::count(all.len(), "exercise")
    ));
    Ok(())
}

fn state(progress: &Progress, exercise: &Exercise) -> String {
    let entry = progress.entry(&exercise.id);
    let mut text = match entry.state {
        State::Unsolved => "not solved yet",
        State::Broken => "does not compile",
        State::Failing => "a check fails",
        State::Hung => "a check does not end",
        State::Solved => "solved",
    }
    .to_string();
    if progress.is_outdated(exercise) {
        text += ", with checks that have changed since";
    } else if entry.judged != exercise.files_hash() && !entry.judged.is_empty()
    {
        text += ", edited since";
    }
    if !entry.hints.is_empty() {
        text += &format!(", {} seen", say::count(entry.hints.len(), "hint"));
    }
    if entry.solution_revealed {
        text += ", solution seen";
    }
    text
}
