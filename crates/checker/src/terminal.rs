//! What `cargo test -p exercises` says: the program `judge` of that package.
//!
//! The test targets start it: `judge all` for the exercises that the filters
//! name, `judge one NAME PROGRAM` from the program of one exercise. It is not
//! libtest, nor `libtest-mimic`: each check has a process of its own with
//! limits, as on the page, so that one that blocks, overflows its stack or
//! eats memory says so and takes no other along; the first check of the
//! catalogue that fails is the one that is told; and how it went is written
//! down. What libtest understands on its command line is understood here.

mod args;
mod choice;

use std::env;
use std::ffi::OsString;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};

use self::args::Args;
use self::choice::{Chosen, choose};
use crate::catalogue::{Exercise, catalogue};
use crate::limits::Limits;
use crate::paint::Paint;
use crate::progress::Progress;
use crate::report::{self, where_to_work};
use crate::state::State;
use crate::verdict::{self, Judgment, Verdict};

/// The `main` of `judge`; `package` is the folder of the exercises.
pub fn main(package: &Path) -> ExitCode {
    bounded_process::launcher::enter();
    // Cargo and nextest say where it is now.
    let package =
        env::var_os("CARGO_MANIFEST_DIR").map_or(package.into(), PathBuf::from);
    let root = package.parent().unwrap_or(&package);
    match judge(root, env::args_os().skip(1), &mut io::stdout().lock()) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => FAILED.into(),
        Err(error) => {
            eprintln!("error: {error:#}");
            FAILED.into()
        }
    }
}

/// What Cargo takes for a failed test, and not for a test that broke.
const FAILED: u8 = 101;

/// What was asked for.
enum Subject {
    All,
    /// The exercise of this name, in the program that was built of it.
    One(String, PathBuf),
}

/// Judges what the arguments name. False: something is not solved.
pub fn judge(
    root: &Path,
    arguments: impl Iterator<Item = OsString>,
    out: &mut dyn Write,
) -> Result<bool> {
    let mut arguments = arguments;
    let mut next = || arguments.next().unwrap_or_default();
    let subject = match next().to_str() {
        Some("all") => Subject::All,
        Some("one") => {
            let name = next().to_string_lossy().into_owned();
            Subject::One(name, PathBuf::from(next()))
        }
        _ => bail!(
            "`judge` is started by the tests: cargo test -p exercises, or \
             cargo test -p exercises 21_semaphore"
        ),
    };
    let args = Args::parse(arguments)?;
    let all = catalogue(root)?;
    let mut chosen = choose(&all, &args)?;
    if let Subject::One(name, _) = &subject {
        chosen.retain(|chosen| chosen.exercise.name == *name);
    }
    if args.list {
        return list(&subject, &chosen, &args, out);
    }
    if args.ignored {
        return Ok(true);
    }
    let paint = args.color.map_or_else(Paint::of_terminal, Paint::fixed);
    let judge = Judge {
        root,
        all: &all,
        paint,
        limits: limits(paint),
        args: &args,
    };
    match (subject, chosen.as_slice()) {
        (_, []) => Ok(true),
        (Subject::One(_, program), [one]) => {
            judge.one(one, Some(&program), out)
        }
        (_, [one]) => judge.one(one, None, out),
        (_, many) if args.filters.is_empty() => {
            judge.up_to_the_first(many, out)
        }
        (_, many) => judge.each(many, out),
    }
}

/// What is built lies where the reader's own Cargo has put this program.
fn limits(paint: Paint) -> Limits {
    let program = env::current_exe().ok();
    let target = program
        .as_deref()
        .filter(|path| path.file_stem().is_some_and(|name| name == "judge"))
        .and_then(|path| path.parent()?.parent());
    Limits {
        target_dir: target.map(Path::to_path_buf),
        debug_info: true,
        color: paint.is_on(),
        ..Limits::default()
    }
}

/// nextest starts a process for each name. The exercise is the test then, so
/// that its report comes in one piece.
fn list(
    subject: &Subject,
    chosen: &[Chosen],
    args: &Args,
    out: &mut dyn Write,
) -> Result<bool> {
    if args.ignored {
        return Ok(true);
    }
    let whole = matches!(subject, Subject::All)
        || env::var_os("NEXTEST").is_some_and(|value| value == "1");
    for Chosen { exercise, checks } in chosen {
        if whole {
            writeln!(out, "{}: test", exercise.name)?;
            continue;
        }
        for check in checks {
            writeln!(out, "{}::{check}: test", exercise.id)?;
        }
    }
    Ok(true)
}

struct Judge<'a> {
    root: &'a Path,
    all: &'a [Exercise],
    paint: Paint,
    limits: Limits,
    args: &'a Args,
}

impl Judge<'_> {
    /// In the order of the book, up to the first that is not solved.
    fn up_to_the_first(
        &self,
        many: &[Chosen],
        out: &mut dyn Write,
    ) -> Result<bool> {
        let progress = self.progress()?;
        let mut solved = true;
        for chosen in many {
            let exercise = chosen.exercise;
            let entry = progress.entry(&exercise.id);
            if entry.state == State::Solved
                && entry.judged == exercise.files_hash()
            {
                self.line(exercise, State::Solved, out)?;
                continue;
            }
            let (judgment, took) = self.judgment(chosen, None)?;
            let state = judgment.verdict.state();
            self.line(exercise, state, out)?;
            if state != State::Solved {
                solved = false;
                if !self.args.all {
                    writeln!(out)?;
                    self.tell(chosen, &judgment, took, out)?;
                    break;
                }
            }
        }
        if solved {
            writeln!(out, "\nall {} exercises are solved", many.len())?;
        }
        Ok(solved)
    }

    /// Each of those that a filter names, whatever becomes of the others.
    fn each(&self, many: &[Chosen], out: &mut dyn Write) -> Result<bool> {
        let mut told = Vec::new();
        let mut open = None;
        let mut solved = true;
        for chosen in many {
            let (judgment, took) = self.judgment(chosen, None)?;
            let state = judgment.verdict.state();
            self.line(chosen.exercise, state, out)?;
            solved &= state == State::Solved;
            if state == State::Unsolved {
                open.get_or_insert(chosen.exercise);
            } else if state != State::Solved {
                told.push((chosen, judgment, took));
            }
        }
        for (chosen, judgment, took) in &told {
            writeln!(out)?;
            self.tell(chosen, judgment, *took, out)?;
        }
        if let (Some(open), []) = (open, told.as_slice()) {
            writeln!(out, "\n{}", where_to_work(self.root, open))?;
        }
        Ok(solved)
    }

    /// The only one: all that is known of it.
    fn one(
        &self,
        chosen: &Chosen,
        program: Option<&Path>,
        out: &mut dyn Write,
    ) -> Result<bool> {
        let (judgment, took) = self.judgment(chosen, program)?;
        self.tell(chosen, &judgment, took, out)?;
        let solved = judgment.verdict == Verdict::Solved;
        if solved && chosen.is_whole() {
            self.tell_next(chosen.exercise, out)?;
        }
        Ok(solved)
    }

    /// Judges, and writes down what came of it.
    fn judgment(
        &self,
        chosen: &Chosen,
        program: Option<&Path>,
    ) -> Result<(Judgment, Duration)> {
        let Chosen { exercise, checks } = chosen;
        let begun = Instant::now();
        // Before: what is saved meanwhile is not what was judged.
        let hash = exercise.files_hash();
        let root = self.root;
        let judgment = match program {
            _ if exercise.is_untouched(root).unwrap_or(false) => {
                Verdict::Unsolved.into()
            }
            Some(program) => {
                verdict::run(root, exercise, program, checks, &self.limits)?
            }
            None => verdict::verdict_of(root, exercise, checks, &self.limits)?,
        };
        let written = self.write_down(chosen, &judgment.verdict, &hash);
        if let Err(error) = written {
            eprintln!("warning: the verdict is not kept: {error:#}");
        }
        Ok((judgment, begun.elapsed()))
    }

    /// For `cargo book hint`, `next` and `progress`.
    fn write_down(
        &self,
        chosen: &Chosen,
        verdict: &Verdict,
        hash: &str,
    ) -> Result<()> {
        // Of some of the checks one that fails is known, and no more.
        if !chosen.is_whole() && verdict.check().is_none() {
            return Ok(());
        }
        let exercise = chosen.exercise;
        let mut progress = self.progress()?;
        let before = progress.entry(&exercise.id).state;
        // What was never begun needs no entry.
        if (before, verdict) != (State::Unsolved, &Verdict::Unsolved) {
            progress.judged(exercise, verdict, hash)?;
        }
        Ok(())
    }

    fn tell(
        &self,
        chosen: &Chosen,
        judgment: &Judgment,
        took: Duration,
        out: &mut dyn Write,
    ) -> Result<()> {
        let Judge { root, paint, .. } = self;
        let Chosen { exercise, checks } = chosen;
        let Exercise { name, title, .. } = exercise;
        if !judgment.checks.is_empty() {
            writeln!(out, "{}: {title}\n", paint.bold(name))?;
            let table = report::table(exercise, checks, judgment, *paint);
            writeln!(out, "{table}")?;
        }
        if self.args.show_output {
            self.tell_printed(judgment, out)?;
        }
        if judgment.verdict == Verdict::Solved && !chosen.is_whole() {
            let (some, all) = (checks.len(), exercise.checks.len());
            let done = paint.green(&format!("{some} of {all} checks passed"));
            writeln!(out, "{name}: {done}; the others did not run")?;
            return Ok(());
        }
        let verdict = report::verdict(root, exercise, judgment, took, *paint);
        write!(out, "{verdict}")?;
        if judgment.verdict == Verdict::Solved {
            return Ok(());
        }
        let entry = self.progress()?.entry(&exercise.id);
        let left = exercise.hints.len().saturating_sub(entry.hints.len());
        if left > 0 {
            writeln!(out, "a hint ({left} left): cargo book hint {name}")?;
        }
        Ok(())
    }

    /// Of those that passed; the one that is told shows its own.
    fn tell_printed(
        &self,
        judgment: &Judgment,
        out: &mut dyn Write,
    ) -> Result<()> {
        let passed = judgment.checks.iter().filter(|check| check.passed);
        for check in passed.filter(|check| !check.printed.trim().is_empty()) {
            let text = report::indented(&check.printed);
            writeln!(out, "printed in {}:\n{text}", check.name)?;
        }
        Ok(())
    }

    fn tell_next(&self, solved: &Exercise, out: &mut dyn Write) -> Result<()> {
        let progress = self.progress()?;
        let here = self.all.iter().position(|e| e.id == solved.id);
        let (before, after) = self.all.split_at(here.unwrap_or(0));
        let open = after.iter().chain(before).find(|exercise| {
            progress.entry(&exercise.id).state != State::Solved
        });
        match open {
            Some(next) => {
                writeln!(out, "next: {}", where_to_work(self.root, next))?;
            }
            None => {
                writeln!(out, "all {} exercises are solved", self.all.len())?;
            }
        }
        Ok(())
    }

    /// How an exercise stands, in a line.
    fn line(
        &self,
        exercise: &Exercise,
        state: State,
        out: &mut dyn Write,
    ) -> Result<()> {
        let paint = self.paint;
        let word = match state {
            State::Solved => paint.green("ok     "),
            State::Unsolved => paint.yellow("open   "),
            State::Broken => paint.red("BROKEN "),
            State::Failing => paint.red("FAILED "),
            State::Hung => paint.red("stopped"),
        };
        writeln!(out, "  {word}  {}", exercise.name)?;
        // The next one may take a while.
        out.flush().context("cannot write to the terminal")
    }

    fn progress(&self) -> Result<Progress> {
        let progress = Progress::load(self.root)?;
        if let Some(notice) = progress.notice() {
            eprintln!("warning: {notice}");
        }
        Ok(progress)
    }
}
