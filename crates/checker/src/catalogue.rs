//! Which exercises there are, and what is written about each.

use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail, ensure};
use serde::{Deserialize, Serialize};

use crate::cut;
use crate::hints::Hint;
use crate::read;

/// One exercise: a folder of `exercises/` and its `exercise.toml`.
#[derive(Clone, Debug, Serialize)]
pub struct Exercise {
    /// The folder and the test target: `21_semaphore`. Moves with the chapter.
    pub name: String,
    /// The stable key: `semaphore`. Also the module that holds the checks and
    /// the file in `solutions/src`. Progress is stored under it.
    pub id: String,
    pub title: String,
    /// The page of the book, relative to `src/`: `semaphores.md`.
    pub chapter: String,
    pub minutes: u32,
    /// The checks that must have run, and passed, before it counts as solved.
    pub checks: Vec<String>,
    /// What the task's text promises, and which checks hold it.
    #[serde(skip)]
    pub promises: Vec<Promise>,
    /// Its sentences that promise nothing.
    #[serde(skip)]
    pub background: Vec<String>,
    /// From a nudge to nearly the answer.
    pub hints: Vec<Hint>,
    /// Other right answers, and how they differ from the one shown.
    pub variants: Vec<Variant>,
    #[serde(skip)]
    pub dir: PathBuf,
}

/// Words of the task's text, and the checks that hold what they say.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Promise {
    pub says: String,
    pub checks: Vec<String>,
}

/// A right answer other than the one that is shown.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Variant {
    pub name: String,
    pub why: String,
}

/// `exercise.toml`, as it is written.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Sheet {
    id: String,
    title: String,
    chapter: String,
    minutes: u32,
    checks: Vec<String>,
    #[serde(default)]
    promises: Vec<Promise>,
    #[serde(default)]
    background: Vec<String>,
    #[serde(default)]
    hints: Vec<Hint>,
    #[serde(default)]
    variants: Vec<Variant>,
}

/// All exercises in book order: by chapter, and in a chapter as its page
/// places them.
pub fn catalogue(root: &Path) -> Result<Vec<Exercise>> {
    let mut found: Vec<Exercise> = folders(root)?
        .into_iter()
        .map(exercise)
        .collect::<Result<_>>()?;
    found.sort_by_cached_key(|exercise| {
        let place = place(root, exercise);
        (exercise.number().to_owned(), place, exercise.name.clone())
    });
    for (earlier, exercise) in found.iter().enumerate() {
        if let Some(twin) = found[..earlier]
            .iter()
            .find(|other| other.id == exercise.id)
        {
            bail!(
                "the exercises {} and {} have the same id `{}`",
                twin.name,
                exercise.name,
                exercise.id
            );
        }
    }
    Ok(found)
}

/// Of all exercises, in no order.
fn folders(root: &Path) -> Result<Vec<PathBuf>> {
    let folder = root.join("exercises");
    let cannot = || format!("cannot read {}", folder.display());
    let mut found = Vec::new();
    for entry in fs::read_dir(&folder).with_context(cannot)? {
        let dir = entry.with_context(cannot)?.path();
        if dir.join("exercise.toml").is_file() {
            found.push(dir);
        }
    }
    Ok(found)
}

/// Where the chapter mentions it; what no page mentions comes last.
fn place(root: &Path, exercise: &Exercise) -> usize {
    let page = root.join("src").join(&exercise.chapter);
    let text = crate::read::long_string(&page).unwrap_or_default();
    text.find(&format!("<!-- exercise: {} -->", exercise.name))
        .unwrap_or(usize::MAX)
}

/// The exercise with this name or id; nothing if there is none.
///
/// A save asks for one of them, and reading all takes some ten milliseconds:
/// so first the folder that is named like it.
pub fn lookup(root: &Path, name: &str) -> Result<Option<Exercise>> {
    let is_it = |e: &Exercise| e.name == name || e.id == name;
    for dir in folders(root)? {
        let folder = dir.file_name().unwrap_or_default().to_string_lossy();
        let id = folder.split_once('_').map(|(_, id)| id);
        if folder == name || id == Some(name) {
            let found = exercise(dir)?;
            if is_it(&found) {
                return Ok(Some(found));
            }
        }
    }
    Ok(catalogue(root)?.into_iter().find(is_it))
}

/// The exercise with this name or id.
pub fn find(root: &Path, name: &str) -> Result<Exercise> {
    if let Some(exercise) = lookup(root, name)? {
        return Ok(exercise);
    }
    let all = catalogue(root)?;
    let known: Vec<&str> = all.iter().map(|e| e.name.as_str()).collect();
    let known = known.join(", ");
    bail!("there is no exercise `{name}`; there are: {known}")
}

fn exercise(dir: PathBuf) -> Result<Exercise> {
    let path = dir.join("exercise.toml");
    let text = crate::read::long_string(&path)
        .with_context(|| format!("cannot read {}", path.display()))?;
    let sheet: Sheet = toml::from_str(&text)
        .with_context(|| format!("cannot understand {}", path.display()))?;
    let name = dir
        .file_name()
        .and_then(|name| name.to_str())
        .with_context(|| format!("{} has no usable name", dir.display()))?;
    ensure!(
        is_identifier(&sheet.id),
        "{}: the id `{}` must be a Rust module name",
        path.display(),
        sheet.id
    );
    for check in sheet.hints.iter().flat_map(|hint| &hint.for_checks) {
        ensure!(
            sheet.checks.contains(check),
            "{}: a hint is for the check `{check}`, which is not in `checks`; \
             name one of: {}",
            path.display(),
            sheet.checks.join(", ")
        );
    }
    Ok(Exercise {
        name: name.to_owned(),
        id: sheet.id,
        title: sheet.title,
        chapter: sheet.chapter,
        minutes: sheet.minutes,
        checks: sheet.checks,
        promises: sheet.promises,
        background: sheet.background,
        hints: sheet.hints,
        variants: sheet.variants,
        dir,
    })
}

fn is_identifier(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_lowercase())
        && text
            .chars()
            .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_')
}

impl Exercise {
    /// The chapter's number, with which the name begins: `21`.
    pub fn number(&self) -> &str {
        self.name.split('_').next().unwrap_or("")
    }

    /// The file that the reader edits.
    pub fn source_path(&self) -> PathBuf {
        self.dir.join("exercise.rs")
    }

    /// Do its checks try all orders of several threads? Then they need the
    /// answer a second time, as `lab::explored!` writes it.
    pub fn explores(&self) -> bool {
        let checks = fs::read_to_string(self.checks_path());
        checks.is_ok_and(|text| text.contains("lab::explore"))
    }

    pub fn checks_path(&self) -> PathBuf {
        self.dir.join("checks.rs")
    }

    pub fn source(&self) -> Result<String> {
        read_text(&self.source_path())
    }

    /// The line an editor opens at, counted from 1: the first TODO, else the
    /// first line.
    pub fn todo_line(&self) -> Result<u32> {
        Ok(todo_line(&self.source()?))
    }

    pub fn solution_path(&self, root: &Path) -> PathBuf {
        root.join("solutions/src").join(format!("{}.rs", self.id))
    }

    /// The shown answer: the solution's file without its markers.
    pub fn solution(&self, root: &Path) -> Result<String> {
        self.cut(root, cut::solution)
    }

    /// What `exercise.rs` holds before the reader touched it.
    pub fn stub(&self, root: &Path) -> Result<String> {
        self.cut(root, cut::stub)
    }

    fn cut(
        &self,
        root: &Path,
        how: fn(&str) -> Result<String>,
    ) -> Result<String> {
        let path = self.solution_path(root);
        how(&read_text(&path)?).with_context(|| format!("{}", path.display()))
    }

    /// Names the present wording of the checks. A solved exercise whose hash
    /// differs was solved with older checks. Empty when `checks.rs` is gone.
    pub fn check_hash(&self) -> String {
        read::string(&self.checks_path())
            .map_or_else(|_| String::new(), |text| hash(&text))
    }

    /// Names the present wording of the reader's file. Empty: it is gone.
    pub fn revision(&self) -> String {
        revision(&self.source_path())
    }

    /// Names the present wording of the reader's file and of its checks: the
    /// same name, the same verdict.
    pub fn files_hash(&self) -> String {
        let mine = self.source().unwrap_or_default();
        hash(&format!("{}\0{mine}", self.check_hash()))
    }

    /// Has the reader changed anything but white space?
    pub fn is_untouched(&self, root: &Path) -> Result<bool> {
        Ok(same_words(&self.source()?, &self.stub(root)?))
    }
}

/// A revision: names a wording of a text.
///
/// FNV-1a: it must be the same on every machine and need no crate. A line ends
/// in the same way with `\r\n` as with `\n`, as Git may change that.
pub fn hash(text: &str) -> String {
    let next = text.bytes().skip(1).map(Some).chain([None]);
    let bytes = text.bytes().zip(next).filter_map(|(byte, next)| {
        (byte != b'\r' || next != Some(b'\n')).then_some(byte)
    });
    let hash = bytes.fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    });
    format!("{hash:016x}")
}

pub(crate) fn todo_line(source: &str) -> u32 {
    let found = (1..)
        .zip(source.lines())
        .find(|(_, line)| line.contains("TODO") || line.contains("todo!"));
    found.map_or(1, |(number, _)| number)
}

/// The revision of the text in a file. Empty: the file is not there.
pub fn revision(path: &Path) -> String {
    match read::bytes(path) {
        Ok(bytes) => hash(&String::from_utf8_lossy(&bytes)),
        Err(error) if error.kind() == ErrorKind::NotFound => String::new(),
        // There is a text, and nobody knows which.
        Err(_) => UNREADABLE.to_owned(),
    }
}

/// No revision of any text.
const UNREADABLE: &str = "unreadable";

fn same_words(a: &str, b: &str) -> bool {
    a.split_whitespace().eq(b.split_whitespace())
}

pub(crate) fn read_text(path: &Path) -> Result<String> {
    let text = read::string(path)
        .with_context(|| format!("cannot read {}", path.display()))?;
    Ok(text.replace("\r\n", "\n"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_must_be_a_module_name() {
        assert!(is_identifier("rate_limit"));
        assert!(is_identifier("join2"));
        assert!(!is_identifier("21_semaphore"));
        assert!(!is_identifier("Rate"));
        assert!(!is_identifier(""));
    }

    #[test]
    fn only_the_ends_of_lines_may_differ_in_a_revision() {
        assert_eq!(hash("a\r\nb\r\n"), hash("a\nb\n"));
        assert_ne!(hash("a\rb"), hash("ab"));
        assert_ne!(hash("a\r"), hash("a"));
    }

    #[test]
    fn white_space_is_not_an_edit() {
        assert!(same_words("fn a() {\n  b()\n}", "fn a() { b() }\n"));
        assert!(!same_words("fn a() {}", "fn b() {}"));
    }
}
