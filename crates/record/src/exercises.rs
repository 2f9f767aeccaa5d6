//! Records the checks of the exercises: what a right answer does, by which
//! signature each wrong one is known, and what right ones cost.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::thread;

use anyhow::{Context, Result, bail, ensure};
use checker::mistakes::{Claim, Head};
use checker::{Exercise, checks};
use timeline::Run;
use timeline::exercise::{Answer, Expected};
use timeline::{cost, signature};

use crate::harness;
use crate::instrument::{self, Copy, Probing};

/// An answer, and the checks to record it with.
struct Trial {
    /// `solution`, or the name of the file in `crates/answers/answers/ID`.
    name: String,
    kind: Kind,
    file: PathBuf,
}

enum Kind {
    Solution,
    Right,
    /// It fails at this check.
    Wrong(String),
    /// It never comes back from this check: it is left alone at the end.
    Hangs(String),
}

impl Trial {
    fn checks<'a>(&'a self, all: &'a [String]) -> &'a [String] {
        match &self.kind {
            Kind::Solution | Kind::Right => all,
            Kind::Wrong(check) | Kind::Hangs(check) => {
                std::slice::from_ref(check)
            }
        }
    }

    fn hangs(&self) -> bool {
        matches!(self.kind, Kind::Hangs(_))
    }
}

/// One exercise with all its answers.
pub struct Subject {
    exercise: Exercise,
    checks: String,
    trials: Vec<Trial>,
}

/// The exercises with these ids or folders; all of them if there are none.
///
/// # Errors
///
/// When there is no such exercise, or an answer does not say what it is.
pub fn find(root: &Path, names: &[String]) -> Result<Vec<Subject>> {
    let exercises = match names {
        [] => checker::catalogue(root)?,
        names => names
            .iter()
            .map(|name| checker::find(root, name))
            .collect::<Result<_>>()?,
    };
    exercises
        .into_iter()
        .map(|exercise| {
            Ok(Subject {
                checks: checks::plain(&exercise)?,
                trials: trials(root, &exercise)?,
                exercise,
            })
        })
        .collect()
}

fn trials(root: &Path, exercise: &Exercise) -> Result<Vec<Trial>> {
    let id = &exercise.id;
    let mut trials = vec![Trial {
        name: "solution".to_owned(),
        kind: Kind::Solution,
        file: root.join(format!("solutions/src/{id}.rs")),
    }];
    let dir = root.join(format!("crates/answers/answers/{id}"));
    let entries = fs::read_dir(&dir)
        .with_context(|| format!("no answers in {}", dir.display()))?;
    for entry in entries {
        let file = entry?.path();
        let name = file.file_stem().and_then(|name| name.to_str());
        let name = name.context("an answer without a name")?.to_owned();
        let text = fs::read_to_string(&file)
            .with_context(|| format!("cannot read {}", file.display()))?;
        let claim = Head::of(&text).claim().with_context(|| {
            format!("{} does not say what it is", file.display())
        })?;
        let kind = match claim {
            Claim::Right => Kind::Right,
            Claim::Wrong(check) => Kind::Wrong(check.to_owned()),
            Claim::Hangs(check) => Kind::Hangs(check.to_owned()),
        };
        trials.push(Trial { name, kind, file });
    }
    trials.sort_by(|a, b| a.name.cmp(&b.name));
    Ok(trials)
}

/// A folder for the copies, and the file that names them.
struct Written {
    source: PathBuf,
    names: Vec<String>,
    /// Those that never come back.
    hanging: Vec<String>,
}

/// What is recorded of an exercise.
#[derive(PartialEq)]
pub struct Recorded {
    pub expected: Expected,
    /// For each wrong answer its name and the sentence in which its run parts
    /// from the expected one.
    pub differences: String,
}

/// Records all trials of these exercises.
///
/// # Errors
///
/// When a copy does not compile, or a run is missing.
pub fn record(
    root: &Path,
    subjects: &[Subject],
    times: u32,
) -> Result<Vec<Recorded>> {
    if subjects.is_empty() {
        return Ok(Vec::new());
    }
    let target = harness::target(root);
    let written = build(root, &target, subjects)?;
    let tokio = harness::locked_version(root, "tokio")?;
    let recorded = || -> Result<Vec<Recorded>> {
        let runs = play(&target, &written)?;
        let one = |subject| {
            Ok(Recorded {
                expected: expected(root, subject, &runs, &tokio)?,
                differences: differences(subject, &runs),
            })
        };
        subjects.iter().map(one).collect()
    };
    let first = recorded()?;
    // The same program again: building it is most of the time. What is kept
    // is compared: a wrong answer may go through a `HashSet`, whose order is
    // another one each time.
    for time in 2..=times {
        for (before, now) in first.iter().zip(recorded()?) {
            if *before != now {
                let id = &now.expected.exercise;
                bail!("recording {time} of {id} differs from the first");
            }
        }
    }
    Ok(first)
}

/// Plays all programs. One that hangs takes its whole time, so that each of
/// them has a process of its own, and they wait together.
fn play(target: &Path, written: &Written) -> Result<BTreeMap<String, Run>> {
    const HANDS: usize = 2;
    let mut parts: Vec<Vec<&str>> = written
        .hanging
        .iter()
        .map(|name| vec![name.as_str()])
        .collect();
    for hand in 0..HANDS {
        let names = written.names.iter().map(String::as_str);
        let part: Vec<&str> = names.skip(hand).step_by(HANDS).collect();
        parts.push(part);
    }
    parts.retain(|part| !part.is_empty());
    let played: Vec<Result<Vec<(String, Run)>>> = thread::scope(|scope| {
        let handles: Vec<_> = parts
            .iter()
            .map(|part| scope.spawn(move || harness::play(target, part)))
            .collect();
        let joined = handles.into_iter().map(|handle| {
            handle
                .join()
                .unwrap_or_else(|_| bail!("a thread has panicked"))
        });
        joined.collect()
    });
    let mut runs = BTreeMap::new();
    for part in played {
        runs.extend(part?);
    }
    for name in written.names.iter().chain(&written.hanging) {
        ensure!(runs.contains_key(name), "the harness did not run {name}");
    }
    Ok(runs)
}

/// Writes and builds the harness. Copies in which the probes ask too much of the
/// compiler are written again with fewer of them.
fn build(root: &Path, target: &Path, subjects: &[Subject]) -> Result<Written> {
    let mut probing: BTreeMap<PathBuf, Probing> = BTreeMap::new();
    loop {
        let written = write(target, subjects, &probing)?;
        // All words: each names a copy in which the probes ask too much.
        let built = harness::build(root, target, &written.source, usize::MAX)?;
        let Err(words) = built else {
            return Ok(written);
        };
        let mut lowered = false;
        for file in broken(&words) {
            let level = probing.entry(file).or_default();
            let less = match level {
                Probing::Full => Probing::Silent,
                Probing::Silent => Probing::Bare,
                Probing::Bare => continue,
            };
            *level = less;
            lowered = true;
        }
        if !lowered {
            bail!(
                "{words}\nthe answers to the exercises do not build under the \
                 recorder; the messages above name copies of them, with the \
                 same lines"
            );
        }
    }
}

/// The files that errors of the compiler point at: `  --> FILE:LINE:COLUMN`.
fn broken(words: &str) -> BTreeSet<PathBuf> {
    let places = words
        .lines()
        .filter_map(|line| line.trim().strip_prefix("--> "));
    places
        .filter_map(|place| place.rsplitn(3, ':').nth(2))
        .map(PathBuf::from)
        .collect()
}

fn differences(subject: &Subject, runs: &BTreeMap<String, Run>) -> String {
    let id = &subject.exercise.id;
    let mut text = String::new();
    for trial in &subject.trials {
        let (Kind::Wrong(check) | Kind::Hangs(check)) = &trial.kind else {
            continue;
        };
        let run = |name: &str| runs.get(&format!("{id}/{name}/{check}"));
        let both = run("solution").zip(run(&trial.name));
        let sentence = both.and_then(|(expected, yours)| {
            timeline::difference::sentence(expected, yours)
        });
        let sentence = sentence.unwrap_or_else(|| "The same.".to_owned());
        let _ = writeln!(text, "{id}/{}: {sentence}", trial.name);
    }
    text
}

fn expected(
    root: &Path,
    subject: &Subject,
    runs: &BTreeMap<String, Run>,
    tokio: &str,
) -> Result<Expected> {
    let id = &subject.exercise.id;
    let run = |trial: &Trial, check: &str| {
        runs.get(&format!("{id}/{}/{check}", trial.name))
            .with_context(|| format!("no run of {id}/{}", trial.name))
    };
    let solution = root.join(format!("solutions/src/{id}.rs"));
    let solution = fs::read_to_string(solution)?.replace("\r\n", "\n");
    let sha256 = harness::sha256(&format!("{solution}{}", subject.checks));
    let mut expected = Expected::new(id, tokio, &sha256);
    for trial in &subject.trials {
        let checks = trial.checks(&subject.exercise.checks);
        let all = || checks.iter().map(|check| run(trial, check));
        match &trial.kind {
            Kind::Wrong(check) | Kind::Hangs(check) => {
                let signature = signature::of(run(trial, check)?);
                let answer = Answer {
                    check: check.clone(),
                    signature,
                };
                expected.answers.insert(trial.name.clone(), answer);
                continue;
            }
            Kind::Solution => {
                for check in checks {
                    let run = run(trial, check)?.clone();
                    expected.checks.insert(check.clone(), run);
                }
            }
            Kind::Right => {}
        }
        let costs: Vec<_> =
            all().map(|run| Ok(cost::of(run?))).collect::<Result<_>>()?;
        let cost = costs.into_iter().sum();
        expected.right.insert(trial.name.clone(), cost);
    }
    Ok(expected)
}

/// Writes the copies and the file that names them.
fn write(
    target: &Path,
    subjects: &[Subject],
    probing: &BTreeMap<PathBuf, Probing>,
) -> Result<Written> {
    let dir = target.join("harness/exercises");
    let mut modules = String::new();
    let mut table = String::new();
    let (mut names_all, mut hanging) = (Vec::new(), Vec::new());
    for Subject {
        exercise,
        checks,
        trials,
    } in subjects
    {
        let id = &exercise.id;
        let checks_file = dir.join(format!("{id}_checks.rs"));
        harness::write_if_changed(&checks_file, checks)?;
        for trial in trials {
            let source = fs::read_to_string(&trial.file)?.replace("\r\n", "\n");
            let name = &trial.name;
            let file = dir.join(id).join(format!("{name}.rs"));
            let level = probing.get(&file).copied().unwrap_or_default();
            let copy = instrument::instrument_part(&source, level);
            let Copy { text, names, .. } =
                copy.with_context(|| trial.file.display().to_string())?;
            harness::write_if_changed(&file, &text)?;
            writeln!(
                modules,
                "#[allow(warnings, clippy::all)]\nmod {id}_{name} {{\n\
                 #[path = {file:?}] pub mod exercise;\n\
                 pub mod explored {{ pub use super::exercise::*; }}\n\
                 #[path = {checks_file:?}] pub mod checks;\n}}"
            )?;
            for check in trial.checks(&exercise.checks) {
                if !exercise.checks.contains(check) {
                    bail!("{id} has no check {check}, which {name} names");
                }
                let program = format!("{id}/{name}/{check}");
                writeln!(
                    table,
                    "    Staged {{ name: \"{program}\", run: |_| \
                     recorder::bounded(&recorder::Program {{ file: {file:?}, \
                     names: &{names:?}, check: true, \
                     ..recorder::Program::PLAIN }}, &[], patient(), \
                     recorder::Start::Async(|| recorder::boxed({id}_{name}::checks::{check}()))) }},"
                )?;
                match trial.hangs() {
                    true => hanging.push(program),
                    false => names_all.push(program),
                }
            }
        }
    }
    let text =
        format!("{modules}\nconst PROGRAMS: &[Staged] = &[\n{table}\n];\n");
    let choice = match subjects {
        [one] => one.exercise.id.as_str(),
        _ => "all",
    };
    let source = dir.join(format!("{choice}.rs"));
    harness::write_if_changed(&source, &text)?;
    Ok(Written {
        source,
        names: names_all,
        hanging,
    })
}
