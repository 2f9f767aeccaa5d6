//! The command line of libtest, as Cargo, nextest and editors write it.

use std::ffi::OsString;

use anyhow::{Context, Result, bail};
use lexopt::{Arg, Parser, ValueExt};

/// What it asks for. What only tells libtest how to do its work is taken and
/// left: each check has a process, and they run one after another.
#[derive(Debug, Default)]
pub struct Args {
    /// What has one of these in its name; nothing means everything.
    pub filters: Vec<String>,
    /// What has one of these in its name is left out.
    pub skip: Vec<String>,
    /// The filters are whole names.
    pub exact: bool,
    pub list: bool,
    /// Only what is ignored: no check is.
    pub ignored: bool,
    /// What the code printed is shown of checks that pass, too.
    pub show_output: bool,
    /// Go on after the first exercise that is not solved.
    pub all: bool,
    /// Nothing: as the terminal has it.
    pub color: Option<bool>,
}

impl Args {
    pub fn parse(arguments: impl Iterator<Item = OsString>) -> Result<Self> {
        let mut args = Args::default();
        // `cargo ex NAME -- --nocapture` passes its two dashes on.
        let arguments = arguments.filter(|argument| argument != "--");
        let mut parser = Parser::from_args(arguments);
        while let Some(argument) = parser.next()? {
            match argument {
                Arg::Value(filter) => {
                    // `--test '*semaphore'` is what Cargo takes.
                    let filter = filter.string()?;
                    args.filters.push(filter.trim_matches('*').to_owned());
                }
                Arg::Long("skip") => args.skip.push(parser.value()?.string()?),
                Arg::Long("exact") => args.exact = true,
                Arg::Long("list") => args.list = true,
                Arg::Long("ignored") => args.ignored = true,
                Arg::Long("all" | "no-fail-fast") => args.all = true,
                Arg::Long("nocapture" | "no-capture" | "show-output") => {
                    args.show_output = true;
                }
                Arg::Long("color") => {
                    let when = parser.value()?.string()?;
                    args.color = match when.as_str() {
                        "auto" => None,
                        "always" => Some(true),
                        "never" => Some(false),
                        _ => bail!("--color is auto, always or never"),
                    };
                }
                Arg::Long("format" | "test-threads" | "logfile")
                | Arg::Long("shuffle-seed")
                | Arg::Short('Z') => {
                    parser.value().context("it needs a value")?;
                }
                Arg::Long("include-ignored" | "quiet" | "test" | "bench")
                | Arg::Long("report-time" | "ensure-time" | "shuffle")
                | Arg::Long("force-run-in-process" | "exclude-should-panic")
                | Arg::Short('q') => {}
                Arg::Long("help") | Arg::Short('h') => bail!("{HELP}"),
                other => bail!("{}\n{HELP}", other.unexpected()),
            }
        }
        args.filters.retain(|filter| !filter.is_empty());
        Ok(args)
    }
}

const HELP: &str = "\
after `--` stands what `cargo test` tells the exercises:
  FILTER          only exercises or checks with this in their names
  --exact         with exactly this name
  --skip FILTER   all but these
  --all           go on after the first exercise that is not solved
  --nocapture     show what your code prints also when its check passes
  --list          names only";

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(line: &str) -> Result<Args> {
        Args::parse(line.split_whitespace().map(OsString::from))
    }

    #[test]
    fn what_editors_and_runners_write_is_understood() {
        let args = parse("gate::it_opens --exact --nocapture").unwrap();
        assert_eq!(args.filters, ["gate::it_opens"]);
        assert!(args.exact && args.show_output && !args.list);
        let args = parse("--list --format terse --ignored").unwrap();
        assert!(args.list && args.ignored && args.filters.is_empty());
        let args = parse("gate -- -q --test-threads=1 -Zx --skip a").unwrap();
        assert_eq!((args.filters, args.skip.len()), (vec!["gate".into()], 1));
        assert_eq!(parse("*gate").unwrap().filters, ["gate"]);
    }

    #[test]
    fn what_is_unknown_is_refused_with_what_is_known() {
        let error = parse("--nocaptur").unwrap_err().to_string();
        assert!(error.contains("--nocaptur"), "{error}");
        assert!(error.contains("--nocapture  "), "{error}");
    }
}
