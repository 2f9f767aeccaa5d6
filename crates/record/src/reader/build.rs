//! Builds the reader's program with as many probes as it can bear.
//!
//! The copy is a crate of its own, and is compiled with what the program itself
//! uses and the probes: another crate could change what it means. A small
//! program links it with the recorder.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Result, bail};

use super::Program;
use super::choose;
use super::compile::{Compilation, Emit, Message, PROGRAMS_CRATES};
use super::libraries::Libraries;
use super::play::program;
use crate::harness::write_if_changed;
use crate::instrument::prints::PRINTS;
use crate::instrument::{self, Choice, Copy, Entry, Kind, Probing, Shape};
use crate::needs;

pub enum Built {
    Ready {
        staged: Vec<Staged>,
        /// Lines of which less is told.
        fewer: Vec<usize>,
    },
    /// It does not compile; the compiler's words.
    Broken(String),
    /// It compiles, and cannot be recorded: why, and what to do.
    Unrecordable(String),
}

/// A `main` or a test that can be run.
pub struct Staged {
    pub name: String,
    pub test: bool,
}

/// So often probes are taken away before all of them are.
const ROUNDS: usize = 12;

/// Bytes of what the compiler says. More is read by nobody.
const MOST_WORDS: usize = 64 << 10;

struct Stage<'a> {
    libraries: Libraries,
    folder: PathBuf,
    target: &'a Path,
    program: &'a Program,
}

pub fn build(root: &Path, target: &Path, program: &Program) -> Result<Built> {
    let stage = Stage {
        libraries: Libraries::of(root, target)?,
        folder: target.join("reader/program.d"),
        target,
        program,
    };
    let mut choice = Choice::default();
    let mut copy = match stage.copy(&choice) {
        Ok(copy) => copy,
        Err(error) => return stage.unread(&error),
    };
    let entries = match stage.entries(&copy)? {
        Ok(entries) => entries,
        Err(built) => return Ok(built),
    };
    let mut errors = stage.compile(&copy, &entries, Emit::Link)?;
    if !errors.is_empty() {
        if let Some(built) = stage.natively(root)? {
            return Ok(built);
        }
        let file = stage.program.file.as_str();
        for round in 0..=ROUNDS {
            let lowered = choose::lower(&mut choice, &copy, file, &errors);
            if !lowered || round == ROUNDS {
                choice = Choice::from(Probing::Bare);
            }
            copy = stage.copy(&choice)?;
            errors = stage.compile(&copy, &entries, Emit::Check)?;
            if errors.is_empty() || choice.all == Probing::Bare {
                break;
            }
        }
        if errors.is_empty() {
            errors = stage.compile(&copy, &entries, Emit::Link)?;
        }
        if let Some(error) = errors.first() {
            return Ok(Built::Unrecordable(format!(
                "its copy, which the recorder makes, does not compile, though \
                 the program does:\n{}",
                error.words()
            )));
        }
    }
    stage.link(&copy, &entries)?;
    let staged = entries.iter().map(|entry| Staged {
        name: entry.name(),
        test: entry.kind == Kind::Test,
    });
    Ok(Built::Ready {
        staged: staged.collect(),
        fewer: choose::fewer(&copy),
    })
}

impl Stage<'_> {
    fn copy(&self, choice: &Choice) -> Result<Copy> {
        let Program { source, check, .. } = self.program;
        match check {
            Some(_) => instrument::instrument_module(source, choice.clone()),
            None => instrument::instrument_root(source, choice.clone(), PRINTS),
        }
    }

    /// What is to be run; or why there is nothing.
    fn entries(&self, copy: &Copy) -> Result<Result<Vec<Entry>, Built>> {
        if let Some((_, check)) = &self.program.check {
            return Ok(Ok(vec![Entry {
                path: vec!["checks".to_owned(), check.clone()],
                kind: Kind::Main,
                shape: Shape::Async(Default::default()),
                odd: false,
            }]));
        }
        let of = |kind| copy.entries.iter().filter(move |e| e.kind == kind);
        let tests: Vec<Entry> = of(Kind::Test).cloned().collect();
        let names: Vec<String> = tests.iter().map(Entry::name).collect();
        let odd = copy.entries.iter().any(|entry| entry.odd);
        let nothing = copy.entries.is_empty();
        if (odd || nothing)
            && let Some(built) = self.native(&[])?
        {
            return Ok(Err(built));
        }
        if let Some(wanted) = &self.program.test {
            let end = format!("::{wanted}");
            let found = tests.into_iter().find(|test| {
                test.name() == *wanted || test.name().ends_with(&end)
            });
            return match found {
                Some(test) => Ok(Ok(vec![test])),
                None if names.is_empty() => {
                    bail!("{} has no tests", self.program.file)
                }
                None => bail!(
                    "{} has no test `{wanted}`; there are: {}",
                    self.program.file,
                    names.join(", ")
                ),
            };
        }
        let main: Vec<Entry> = of(Kind::Main).cloned().collect();
        let found = if main.is_empty() { tests } else { main };
        if found.is_empty() {
            return Ok(Err(Built::Unrecordable(
                "the recorder finds neither a `main` nor a test in the file \
                 itself: write it there, and not in a macro"
                    .to_owned(),
            )));
        }
        Ok(Ok(found))
    }

    /// The compiler may read what the recorder cannot.
    fn unread(&self, error: &anyhow::Error) -> Result<Built> {
        Ok(self.native(&[])?.unwrap_or_else(|| {
            Built::Unrecordable(format!(
                "the recorder cannot read the program: {error:#}; write that \
                 line in another way"
            ))
        }))
    }

    /// What is to be said if the program does not compile as it is.
    fn natively(&self, root: &Path) -> Result<Option<Built>> {
        let text = fs::read_to_string(root.join("Cargo.toml"))?;
        let manifest: toml::Table = toml::from_str(&text)?;
        let known = manifest.get("dependencies").and_then(|all| all.as_table());
        let others: Vec<String> = known
            .into_iter()
            .flat_map(toml::Table::keys)
            .map(|name| name.replace('-', "_"))
            .filter(|name| !PROGRAMS_CRATES.contains(&name.as_str()))
            .collect();
        self.native(&others)
    }

    /// The same. `others` are crates that the program may use, and the recorder
    /// does not have.
    fn native(&self, others: &[String]) -> Result<Option<Built>> {
        let Program {
            name, file, source, ..
        } = self.program;
        let errors = match &self.program.check {
            Some(_) => {
                let bare = Choice::from(Probing::Bare);
                let copy = match instrument::instrument_module(source, bare) {
                    Ok(copy) => copy.text,
                    Err(_) => source.clone(),
                };
                self.write_check(&copy)?;
                self.compilation(ROOT, "rlib", &[]).run(Emit::Check)?
            }
            None => {
                write_if_changed(&self.folder.join(file), source)?;
                let test = match instrument::has_only_tests(source) {
                    true => &["--test"][..],
                    false => &[],
                };
                self.compilation(file, "bin", test).run(Emit::Check)?
            }
        };
        if errors.is_empty() {
            return Ok(None);
        }
        let missing = errors.iter().find_map(|error| {
            let code = error.code.as_ref()?.code.as_str();
            let unknown = ["E0432", "E0433", "E0463"].contains(&code);
            others
                .iter()
                .find(|other| unknown && error.message.contains(*other))
        });
        if let Some(missing) = missing {
            return Ok(Some(Built::Unrecordable(format!(
                "{name} uses the crate `{missing}`, which the recorder does not \
                 have: only {} can be used",
                PROGRAMS_CRATES.join(", ")
            ))));
        }
        Ok(Some(Built::Broken(words(&errors))))
    }

    fn compile(
        &self,
        copy: &Copy,
        entries: &[Entry],
        emit: Emit,
    ) -> Result<Vec<Message>> {
        let root = match &self.program.check {
            Some(_) => {
                self.write_check(&copy.text)?;
                let text = format!("{}{}", self.modules(), starts(entries));
                write_if_changed(&self.folder.join(ROOT), &text)?;
                ROOT
            }
            None => {
                let text = format!("{}\n{}", copy.text, starts(entries));
                let file = &self.program.file;
                write_if_changed(&self.folder.join(file), &text)?;
                file
            }
        };
        self.compilation(root, "rlib", &[]).run(emit)
    }

    /// A check and the answer, as modules of one crate.
    fn write_check(&self, answer: &str) -> Result<()> {
        let Some((checks, _)) = &self.program.check else {
            return Ok(());
        };
        write_if_changed(&self.folder.join(&self.program.file), answer)?;
        write_if_changed(&self.folder.join(CHECKS), checks)?;
        write_if_changed(&self.folder.join(ROOT), &self.modules())
    }

    fn modules(&self) -> String {
        let file = &self.program.file;
        format!(
            "{PRINTS}\n#[path = {file:?}] pub mod exercise;\n\
             pub mod explored {{ pub use super::exercise::*; }}\n\
             #[path = {CHECKS:?}] pub mod checks;\n"
        )
    }

    fn compilation<'a>(
        &'a self,
        root: &'a str,
        kind: &'a str,
        more: &'a [&'a str],
    ) -> Compilation<'a> {
        Compilation {
            libraries: &self.libraries,
            folder: &self.folder,
            // A program may show the name of its crate.
            name: match self.program.check {
                Some(_) => "exercise",
                None => &self.program.name,
            },
            kind,
            root,
            out: self.library(),
            with: match self.program.check {
                Some(_) => &["tokio", "futures", "tokio_util", "probes", "lab"],
                None => &["tokio", "futures", "tokio_util", "probes"],
            },
            more,
        }
    }

    fn library(&self) -> PathBuf {
        self.target.join("reader/libcopy.rlib")
    }

    /// Links the copy with the recorder.
    fn link(&self, copy: &Copy, entries: &[Entry]) -> Result<()> {
        let mut table = String::new();
        for (i, entry) in entries.iter().enumerate() {
            let (name, file) = (entry.name(), &self.program.file);
            let (names, check) = (&copy.names, self.program.check.is_some());
            let needs = needs::of(&self.program.source);
            let source = &self.program.source;
            let (needs, options) = match &entry.shape {
                Shape::Async(options) if entry.kind == Kind::Test => {
                    (needs.with_workers(options.workers()), options.clone())
                }
                Shape::Async(options) => (needs, options.clone()),
                Shape::Plain => {
                    (needs.of_own_runtimes(source), Default::default())
                }
            };
            let (paused, runtime) = (options.paused, options.name);
            let own_clock = needs::moves_clock(source);
            writeln!(
                table,
                "Staged {{ name: {name:?}, run: |needs| recorder::bounded(\
                 &recorder::Program {{ file: {file:?}, names: &{names:?}, \
                 check: {check}, needs: &{:?}, workers: {:?}, \
                 starts_paused: {paused}, own_clock: {own_clock}, \
                 runtime: {runtime:?} }}, needs, \
                 bounds(), copy::__starts::start_{i}()) }},",
                needs.clock, needs.workers
            )?;
        }
        let text = format!(
            "#[allow(unused_imports)] use timeline::NeedKind::*;\n\
             use harness::{{Staged, bounds}};\n\
             fn main() -> std::io::Result<std::convert::Infallible> {{\n\
             harness::main(&[\n{table}])\n}}\n"
        );
        write_if_changed(&self.folder.join("main.rs"), &text)?;
        let copy = format!("copy={}", self.library().display());
        let errors = Compilation {
            libraries: &self.libraries,
            folder: &self.folder,
            name: "program",
            kind: "bin",
            root: "main.rs",
            out: program(self.target),
            with: &["harness", "recorder", "timeline"],
            more: &["--extern", &copy],
        }
        .run(Emit::Link)?;
        match errors.first() {
            None => Ok(()),
            Some(error) => {
                bail!("the harness does not build: {}", error.words())
            }
        }
    }
}

const ROOT: &str = "root.rs";
const CHECKS: &str = "checks.rs";

/// Where the harness begins. It stands below the program, whose lines stay.
fn starts(entries: &[Entry]) -> String {
    let mut text = "#[doc(hidden)] pub mod __starts {\n".to_owned();
    for (i, entry) in entries.iter().enumerate() {
        let path = entry.name();
        let show = "|__output| { #[allow(unused_imports)] \
                    use ::probes::Fallback as _; \
                    ::probes::Show(__output).error() }";
        let start = match entry.shape {
            Shape::Async(_) => {
                format!("Async(|| ::probes::boxed(super::{path}(), {show}))")
            }
            Shape::Plain => {
                format!("Plain(|| ::probes::ended(super::{path}(), {show}))")
            }
        };
        text += &format!(
            "pub fn start_{i}() -> ::probes::Start {{ ::probes::Start::{start} }}\n"
        );
    }
    text + "}\n"
}

fn words(errors: &[Message]) -> String {
    let mut words = String::new();
    for error in errors {
        if words.len() < MOST_WORDS {
            words += error.words();
            words.push('\n');
        }
    }
    words
}
