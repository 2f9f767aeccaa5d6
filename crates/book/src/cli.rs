//! The command line: what a reader or an author can ask for.

use std::ffi::OsString;
use std::path::PathBuf;

use clap::{Args, Parser, Subcommand};

/// The book "From asyncio to Tokio".
///
/// Without a command it builds the book, serves it on this machine and opens
/// the browser.
#[derive(Debug, Parser)]
#[command(
    name = "cargo book",
    bin_name = "cargo book",
    version,
    args_conflicts_with_subcommands = true
)]
pub struct Cli {
    #[command(subcommand)]
    pub command: Option<Command>,
    #[command(flatten)]
    pub serve: ServeArgs,
}

#[derive(Debug, Subcommand)]
pub enum Command {
    /// Build the book, serve it here and open the browser (the default)
    ///
    /// The page reloads when a chapter, the theme or an example is saved, and
    /// shows the verdict when an exercise is saved. Ctrl-C ends the server and
    /// everything it started.
    ///
    /// What the page runs and checks is built in target/book, or in the folder
    /// that the variable BOOK_TARGET_DIR names.
    Serve(ServeArgs),
    /// Write the book as a static site
    ///
    /// The folder holds the whole site and needs no server. It is built
    /// beside the old one and swapped in when it is complete.
    Build(BuildArgs),
    /// Record the examples again: figures and captured output
    ///
    /// Without a name, all of them. What follows is passed on to the
    /// recording tool.
    Record(RecordArgs),
    /// Check what an author must hold: book, recordings, exercises
    ///
    /// Builds the book strictly, compares every recording with a new one, and
    /// looks through the catalogue of exercises. Prints what it checks.
    Check,
    /// Say which exercise comes next, and where its TODO is
    Next,
    /// Check an exercise after each save, and say how it stands
    ///
    /// For those who stay in the terminal: the verdict of the page, without
    /// the page. Begins with the exercise that comes next. A newer save stops
    /// the check of an older one. Ctrl-C ends it.
    ///
    /// Builds in target/book/watch, so that it never waits for a server of the
    /// book, for rust-analyzer or for your own cargo, nor they for it.
    Watch,
    /// Show the next hint for an exercise
    ///
    /// The check that failed last chooses which one. When all were shown, all
    /// are shown again.
    Hint(HintArgs),
    /// Put an exercise, or all of them, back to the first state
    ///
    /// Your text is kept in .book/backups first. With --undo the newest text
    /// that was kept comes back.
    Reset(ResetArgs),
    /// Show what you have reached, chapter by chapter
    ///
    /// When each exercise was solved, what was revealed, and whether the file
    /// or its checks have changed since. docs/progress.md says where this is
    /// kept.
    Progress,
    /// Measure what people wait for, as a Markdown table with the goals
    ///
    /// Starts servers of its own on a copy of this checkout: nothing here is
    /// changed. Close what else is busy before.
    Bench(BenchArgs),
}

#[derive(Debug, Default, Clone, Args)]
pub struct ServeArgs {
    /// The port to serve on; a taken one is an error [default: the first free
    /// one from 3000]
    #[arg(long, value_name = "N")]
    pub port: Option<u16>,
    /// Do not open the browser
    #[arg(long)]
    pub no_open: bool,
}

#[derive(Debug, Args)]
pub struct BuildArgs {
    /// The folder to write to [default: book, in the root of the checkout]
    #[arg(long, value_name = "DIR")]
    pub dest: Option<PathBuf>,
    /// The path under which the site will be published, such as /my-book/
    #[arg(long, value_name = "PATH")]
    pub site_url: Option<String>,
}

#[derive(Debug, Args)]
pub struct RecordArgs {
    /// The examples to record, such as semaphore; all if none is named. With
    /// --check nothing is written, and a recording that is not what a new one
    /// would be is an error
    #[arg(
        value_name = "NAME | --check",
        trailing_var_arg = true,
        allow_hyphen_values = true
    )]
    pub arguments: Vec<OsString>,
}

#[derive(Debug, Args)]
pub struct ResetArgs {
    /// The exercise, such as 21_semaphore or semaphore
    #[arg(
        value_name = "NAME",
        required_unless_present = "all",
        conflicts_with = "all"
    )]
    pub name: Option<String>,
    /// Every exercise
    #[arg(long)]
    pub all: bool,
    /// Bring back what the newest reset took away; what stands in the file
    /// now is kept in turn
    #[arg(long)]
    pub undo: bool,
}

#[derive(Debug, Args)]
pub struct HintArgs {
    /// The exercise, such as 21_semaphore or semaphore
    #[arg(value_name = "NAME")]
    pub name: String,
}

#[derive(Debug, Args)]
pub struct BenchArgs {
    /// How often each line is measured; the table shows median and worst
    #[arg(long, value_name = "N", default_value_t = 7)]
    pub rounds: usize,
    /// Measure first builds too, which takes minutes
    #[arg(long)]
    pub cold: bool,
    /// Instead of all else: 200 open pages and 50 saves a second for a minute;
    /// what is lost, what is wrong, what stays behind
    #[arg(long, conflicts_with_all = ["cold", "suite"])]
    pub load: bool,
    /// Run `cargo test` N times while every core is busy
    #[arg(long, value_name = "N")]
    pub suite: Option<usize>,
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory;

    #[test]
    fn the_definition_is_consistent() {
        Cli::command().debug_assert();
    }

    #[test]
    fn serving_is_the_default_and_takes_its_options_without_a_name() {
        let cli = Cli::parse_from(["book", "--no-open", "--port", "4321"]);
        assert!(cli.command.is_none());
        assert_eq!(cli.serve.port, Some(4321));
        assert!(cli.serve.no_open);

        let cli = Cli::parse_from(["book", "serve", "--port", "4321"]);
        let Some(Command::Serve(serve)) = cli.command else {
            panic!("not serve: {cli:?}");
        };
        assert_eq!(serve.port, Some(4321));
    }

    #[test]
    fn recording_passes_every_argument_on() {
        let cli = Cli::parse_from(["book", "record", "semaphore", "--check"]);
        let Some(Command::Record(record)) = cli.command else {
            panic!("not record: {cli:?}");
        };
        assert_eq!(record.arguments, ["semaphore", "--check"]);
        let cli = Cli::parse_from(["book", "record", "--check"]);
        let Some(Command::Record(record)) = cli.command else {
            panic!("not record: {cli:?}");
        };
        assert_eq!(record.arguments, ["--check"]);
    }

    #[test]
    fn a_reset_is_of_one_or_of_all() {
        let parsed = |words: &[&str]| {
            Cli::try_parse_from([&["book", "reset"], words].concat()).is_ok()
        };
        assert!(parsed(&["semaphore"]) && parsed(&["semaphore", "--undo"]));
        assert!(parsed(&["--all"]) && parsed(&["--all", "--undo"]));
        assert!(!parsed(&[]) && !parsed(&["--undo"]));
        assert!(!parsed(&["semaphore", "--all"]));
    }

    #[test]
    fn every_command_explains_itself() {
        for command in Cli::command().get_subcommands() {
            assert!(
                command.get_about().is_some(),
                "{} has no help",
                command.get_name()
            );
            for option in command.get_arguments() {
                assert!(option.get_help().is_some(), "{option:?}");
            }
        }
    }
}
