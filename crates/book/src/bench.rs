//! `cargo book bench`: what people wait for, measured from outside.
//!
//! Servers are started as a reader starts them and asked over their own
//! sockets; for what changes files, on a copy of the checkout. Each part adds
//! its lines to the table.

mod analyzer;
mod cold;
mod edit;
mod idle;
mod load;
mod pages;
mod process;
mod reader;
mod server;
mod table;
mod tools;

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};

use self::table::Table;
use crate::cli::BenchArgs;
use crate::terminal;

/// Measures what was asked for and prints the table.
pub fn bench(root: &Path, args: &BenchArgs) -> Result<()> {
    ensure!(args.rounds > 0, "--rounds must be at least 1");
    let mut table = Table::new(args.rounds);
    if args.load {
        load::measure(root, &mut table)?;
        terminal::line("");
        terminal::line(&table.to_markdown());
        return Ok(());
    }
    if args.cold {
        cold::measure(root, &mut table)?;
    }
    server::measure(root, &mut table)?;
    tools::recording(root, &mut table)?;
    pages::measure(root, &mut table)?;
    tools::frames(root, &mut table)?;
    if let Some(times) = args.suite {
        tools::suite(root, &mut table, times)?;
    }
    terminal::line("");
    terminal::line(&table.to_markdown());
    Ok(())
}

/// Everything that Git would keep, and what is not committed yet.
fn copy_tree(from: &Path, to: &Path) -> Result<()> {
    copy_folder(from, to)?;
    // The built site; below the root this is the name of a crate.
    match fs::remove_dir_all(to.join("book")) {
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(()),
        removed => Ok(removed?),
    }
}

fn copy_folder(from: &Path, to: &Path) -> Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let name = entry.file_name();
        let skip = ["target", ".git", ".book", "node_modules"];
        if skip.iter().any(|skip| name == *skip) {
            continue;
        }
        let (path, to) = (entry.path(), to.join(&name));
        if entry.file_type()?.is_dir() {
            copy_folder(&path, &to)?;
        } else {
            fs::copy(&path, &to)
                .with_context(|| format!("cannot copy {}", path.display()))?;
        }
    }
    Ok(())
}
