//! What is known of each exercise: progress on disk, newest verdicts here.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

use anyhow::{Context, Result};
use checker::{Entry, Exercise, Judgment, Progress, State};
use tempfile::TempDir;

use crate::seed::is_writable;
use crate::temporary;

/// How an exercise stands.
pub struct ExerciseStatus {
    pub entry: Entry,
    /// The newest one, if this server has one.
    pub judgment: Option<Judgment>,
    /// It was solved with checks that have changed since.
    pub outdated: bool,
}

pub struct ExerciseStatusStore {
    /// Whose `.book` is written: the checkout, or a temporary folder.
    home: PathBuf,
    /// Only when nobody may write to the checkout.
    unsaved: Option<TempDir>,
    /// A judgment has more to say than the word that the progress keeps.
    /// Also the lock for changes of the progress by this process.
    judgments: Mutex<HashMap<String, Judgment>>,
}

impl ExerciseStatusStore {
    pub fn open(root: &Path) -> Result<Self> {
        let unsaved = if is_writable(&root.join(".book")) {
            make_private(&root.join(".book"));
            None
        } else {
            Some(copy_of(root)?)
        };
        let home = unsaved.as_ref().map_or(root, TempDir::path).to_path_buf();
        // A file that cannot be understood is an error now, not at the first
        // solved exercise.
        Progress::load(&home)?;
        Ok(ExerciseStatusStore {
            home,
            unsaved,
            judgments: Mutex::default(),
        })
    }

    /// Whose `.book` is written.
    pub fn home(&self) -> &Path {
        &self.home
    }

    /// False: what is reached is forgotten at the end.
    pub fn is_saved(&self) -> bool {
        self.unsaved.is_none()
    }

    /// How an exercise stands.
    pub fn status(&self, exercise: &Exercise) -> Result<ExerciseStatus> {
        let mut one = self.statuses(std::slice::from_ref(exercise))?;
        one.pop().context("one exercise has one standing")
    }

    /// How each of these exercises stands, at one moment.
    pub fn statuses(&self, all: &[Exercise]) -> Result<Vec<ExerciseStatus>> {
        let judgments = self.lock();
        // Another server or `cargo book reset` may have written it.
        let progress = Progress::load(&self.home)?;
        let standing = |exercise: &Exercise| ExerciseStatus {
            entry: progress.entry(&exercise.id),
            judgment: judgments.get(&exercise.id).cloned(),
            outdated: progress.is_outdated(exercise),
        };
        Ok(all.iter().map(standing).collect())
    }

    /// What follows `id` in the book and is not solved; then what was left out
    /// before it.
    pub fn next_open<'a>(
        &self,
        all: &'a [Exercise],
        id: &str,
    ) -> Result<Option<&'a Exercise>> {
        let known: Vec<_> = all.iter().zip(self.statuses(all)?).collect();
        let here = all.iter().position(|exercise| exercise.id == id);
        let (before, after) = known.split_at(here.map_or(0, |here| here + 1));
        let mut others = after.iter().chain(before);
        let open = others.find(|(exercise, standing)| {
            exercise.id != id && standing.entry.state != State::Solved
        });
        Ok(open.map(|(exercise, _)| *exercise))
    }

    /// Remembers a verdict about the files that `hash` names.
    pub fn judged(
        &self,
        exercise: &Exercise,
        judgment: &Judgment,
        hash: String,
    ) -> Result<()> {
        let mut judgments = self.lock();
        judgments.insert(exercise.id.clone(), judgment.clone());
        let mut progress = Progress::load(&self.home)?;
        progress.judged(exercise, &judgment.verdict, &hash)?;
        Ok(())
    }

    pub fn reveal_hint(
        &self,
        exercise: &Exercise,
        check: Option<&str>,
    ) -> Result<Entry> {
        let _lock = self.lock();
        Progress::load(&self.home)?.reveal_hint(exercise, check)
    }

    pub fn reveal_solution(&self, exercise: &Exercise) -> Result<Entry> {
        let _lock = self.lock();
        Progress::load(&self.home)?.reveal_solution(exercise)
    }

    /// Must it be checked before a page can say how it stands?
    ///
    /// Not if nothing was written into it, nor if its files are those of the
    /// newest verdict and that verdict is known in full by its word.
    pub fn needs_check(&self, root: &Path, exercise: &Exercise) -> bool {
        let Ok(standing) = self.status(exercise) else {
            return true;
        };
        let ExerciseStatus {
            entry, judgment, ..
        } = standing;
        let word = matches!(entry.state, State::Unsolved | State::Solved);
        if word && entry.judged == exercise.files_hash() {
            return false;
        }
        let untouched = exercise.is_untouched(root).unwrap_or(false);
        judgment.is_none() && !(untouched && entry.state == State::Unsolved)
    }

    fn lock(&self) -> MutexGuard<'_, HashMap<String, Judgment>> {
        self.judgments
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
    }
}

/// The reader's texts are in it. Where it cannot be, it is as it was.
#[cfg(unix)]
fn make_private(folder: &Path) {
    use std::os::unix::fs::PermissionsExt;
    let only_ours = std::fs::Permissions::from_mode(0o700);
    let _ = std::fs::set_permissions(folder, only_ours);
}

#[cfg(not(unix))]
fn make_private(_: &Path) {}

/// A temporary folder that begins with what was reached so far.
fn copy_of(root: &Path) -> Result<TempDir> {
    let dir = temporary::folder("progress")?;
    let folder = dir.path().join(".book");
    std::fs::create_dir_all(&folder)
        .with_context(|| format!("cannot create {}", folder.display()))?;
    let old = root.join(".book/progress.json");
    // Nothing reached yet is no error.
    let _ = std::fs::copy(old, folder.join("progress.json"));
    Ok(dir)
}
