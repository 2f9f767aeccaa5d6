//! The commands that end by themselves.

use std::ffi::OsString;
use std::path::Path;
use std::process::{Command, ExitCode};
use std::time::Instant;

use anyhow::{Context, Result};

use crate::cli::{BuildArgs, Cli};
use crate::run::build::cargo;
use crate::{bench, cli, production, root, serve, terminal};

mod check;
pub mod exercises;
mod watch;

/// Does what the command line asks for.
pub fn run(cli: Cli) -> Result<ExitCode> {
    let root = root::here()?;
    use cli::Command::{
        Bench, Build, Check, Hint, Next, Progress, Record, Reset, Serve, Watch,
    };
    match cli.command {
        None => serve::serve(&root, &cli.serve)?,
        Some(Serve(args)) => serve::serve(&root, &args)?,
        Some(Build(args)) => build(&root, args)?,
        Some(Record(args)) => return record(&root, &args.arguments),
        Some(Check) => return check::check(&root),
        Some(Next) => exercises::next(&root)?,
        Some(Watch) => watch::watch(&root)?,
        Some(Hint(args)) => exercises::hint(&root, &args.name)?,
        Some(Reset(args)) => exercises::reset(&root, &args)?,
        Some(Progress) => exercises::progress(&root)?,
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
    terminal::line("building the book");
    let began = Instant::now();
    let report = render::build(&render::Options {
        root: root.to_path_buf(),
        dest: dest.clone(),
        site_url: args.site_url,
        keep_going: false,
    })?;
    for warning in &report.warnings {
        terminal::line(&format!("warning: {warning}"));
    }
    terminal::line(&format!(
        "built {} in {}: {}",
        terminal::count(report.chapters, "chapter"),
        terminal::seconds(began.elapsed()),
        dest.display()
    ));
    Ok(())
}

/// Hands over to the tool that records, and to its exit code.
fn record(root: &Path, arguments: &[OsString]) -> Result<ExitCode> {
    let status = Command::new(cargo())
        .current_dir(root)
        .args(production::RECORD)
        .args(arguments)
        .status()
        .context("cannot start cargo. Is it installed, and on the PATH?")?;
    let code = status.code().and_then(|code| u8::try_from(code).ok());
    Ok(code.map_or(ExitCode::FAILURE, ExitCode::from))
}
