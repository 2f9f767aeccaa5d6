//! Which exercise is checked next: for the server, and for `cargo book watch`.

use std::collections::VecDeque;
use std::path::Path;
use std::sync::{Arc, OnceLock};
use std::time::{Duration, Instant};

use anyhow::Result;
use checker::{Cancel, Exercise, Judgment, Limits};

pub type Judge =
    Arc<dyn Fn(&Path, &Exercise, &Limits) -> Result<Judgment> + Send + Sync>;

/// One check at a time: Cargo would make a second one wait for the first.
#[derive(Default)]
pub struct CheckQueue {
    waiting: VecDeque<Waiting>,
    running: Option<Check>,
}

#[derive(Clone)]
struct Waiting {
    exercise: Exercise,
    priority: Priority,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Priority {
    /// Only to have compiled what all of them need. When nothing else is to
    /// do, and nobody needs to hear of it.
    WarmUp,
    /// When nothing else is to do: nobody looks at its page, it gives way.
    Background,
    /// Before all others: somebody has saved it and looks at it.
    Now,
}

/// A check that was begun.
#[derive(Clone)]
pub struct Check {
    pub exercise: Exercise,
    pub priority: Priority,
    cancel: Cancel,
    /// The files that it judges, as soon as it has read them.
    hash: Arc<OnceLock<String>>,
}

/// A check that has ended.
pub struct Judged {
    pub exercise: Exercise,
    /// The files that the verdict is about.
    pub hash: String,
    /// The revision of the text that it is about.
    pub revision: String,
    pub result: Result<Judgment>,
    pub took: Duration,
    cancel: Cancel,
    /// The files were changed while they were judged.
    stale: bool,
    /// False: nobody was told of the check, nor needs to hear its end.
    visible: bool,
}

impl Check {
    /// Reads and judges; takes as long as that takes.
    pub fn judge(
        self,
        root: &Path,
        limits: &Limits,
        judge: impl Fn(&Path, &Exercise, &Limits) -> Result<Judgment>,
    ) -> Judged {
        let begun = Instant::now();
        let exercise = self.exercise;
        // Before: what is saved meanwhile is not what was judged.
        let hash = exercise.files_hash();
        let _ = self.hash.set(hash.clone());
        let revision = exercise.revision();
        let limits = Limits {
            cancel: self.cancel.clone(),
            ..limits.clone()
        };
        let result = judge(root, &exercise, &limits);
        Judged {
            stale: exercise.files_hash() != hash,
            exercise,
            hash,
            revision,
            result,
            took: begun.elapsed(),
            cancel: self.cancel,
            visible: self.priority != Priority::WarmUp,
        }
    }

    /// Whether its verdict is the one that is wanted: a save is heard of
    /// twice, from the page and from the watcher.
    fn judges(&self, exercise: &Exercise) -> bool {
        self.priority == Priority::Now
            && !self.cancel.is_cancelled()
            && self.exercise.id == exercise.id
            && self.exercise.checks == exercise.checks
            // One that has not begun to read will read the newest text.
            && self
                .hash
                .get()
                .is_none_or(|hash| *hash == exercise.files_hash())
    }
}

impl CheckQueue {
    pub fn enqueue(&mut self, exercise: Exercise, priority: Priority) {
        if priority != Priority::Now {
            return self.waiting.push_back(Waiting { exercise, priority });
        }
        if let Some(running) = &self.running {
            if running.judges(&exercise) {
                return;
            }
            let older = running.exercise.id == exercise.id;
            let gives_way = running.priority != Priority::Now;
            if older || gives_way {
                running.cancel.cancel();
            }
            if !older && gives_way {
                self.waiting.push_back(Waiting {
                    exercise: running.exercise.clone(),
                    priority: running.priority,
                });
            }
        }
        self.waiting
            .retain(|other| other.exercise.id != exercise.id);
        self.waiting.push_front(Waiting { exercise, priority });
    }

    /// The one to begin now, if none is running.
    pub fn begin_next(&mut self) -> Option<Check> {
        if self.running.is_some() {
            return None;
        }
        let Waiting { exercise, priority } = self.waiting.pop_front()?;
        let check = Check {
            exercise,
            priority,
            cancel: Cancel::default(),
            hash: Arc::default(),
        };
        self.running = Some(check.clone());
        Some(check)
    }

    /// Takes the end of the check. Hands it back if its verdict is to be told.
    pub fn done(&mut self, judged: Judged) -> Option<Judged> {
        self.running = None;
        if judged.stale && judged.visible {
            // Whatever was built, it may be neither text. Usually the watcher
            // has ordered the next check already.
            self.enqueue(judged.exercise, Priority::Now);
            return None;
        }
        // What was cancelled is judged again, or nobody wants to know.
        let wanted = judged.visible && !judged.cancel.is_cancelled();
        wanted.then_some(judged)
    }

    pub fn is_idle(&self) -> bool {
        self.running.is_none() && self.waiting.is_empty()
    }

    pub fn cancel(&self) {
        if let Some(running) = &self.running {
            running.cancel.cancel();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use Priority::{Background, Now, WarmUp};
    use checker::Verdict;

    fn exercise(id: &str) -> Exercise {
        Exercise {
            name: format!("01_{id}"),
            id: id.to_string(),
            title: String::new(),
            chapter: String::new(),
            minutes: 1,
            checks: Vec::new(),
            hints: Vec::new(),
            variants: Vec::new(),
            promises: Vec::new(),
            background: Vec::new(),
            dir: Default::default(),
        }
    }

    fn on_disk(folder: &Path, text: &str) -> Exercise {
        let exercise = Exercise {
            dir: folder.to_path_buf(),
            ..exercise("a")
        };
        std::fs::write(exercise.source_path(), text).unwrap();
        exercise
    }

    fn judge(check: Check, during: impl Fn()) -> Judged {
        check.judge(Path::new("."), &Limits::default(), |_, _, _| {
            during();
            Ok(Verdict::Unsolved.into())
        })
    }

    fn waiting(checks: &CheckQueue) -> Vec<&str> {
        checks
            .waiting
            .iter()
            .map(|w| w.exercise.id.as_str())
            .collect()
    }

    #[test]
    fn a_newer_save_cancels_the_older_check() {
        let dir = tempfile::tempdir().unwrap();
        let exercise = on_disk(dir.path(), "one");
        let mut checks = CheckQueue::default();
        checks.enqueue(exercise.clone(), Now);
        let older = checks.begin_next().unwrap();
        older.hash.set(exercise.files_hash()).unwrap();
        let newer = on_disk(dir.path(), "two");
        checks.enqueue(newer, Now);
        assert!(older.cancel.is_cancelled());
        assert_eq!(waiting(&checks), ["a"]);
    }

    #[test]
    fn a_save_that_is_heard_of_twice_is_judged_once() {
        let mut checks = CheckQueue::default();
        checks.enqueue(exercise("a"), Now);
        let running = checks.begin_next().unwrap();
        checks.enqueue(exercise("a"), Now);
        running.hash.set(exercise("a").files_hash()).unwrap();
        checks.enqueue(exercise("a"), Now);
        assert!(!running.cancel.is_cancelled());
        assert!(checks.waiting.is_empty());
    }

    #[test]
    fn a_check_in_the_background_gives_way_and_comes_back() {
        let mut checks = CheckQueue::default();
        checks.enqueue(exercise("a"), Background);
        checks.enqueue(exercise("b"), Background);
        let background = checks.begin_next().unwrap();
        checks.enqueue(exercise("c"), Now);
        assert!(background.cancel.is_cancelled());
        assert_eq!(waiting(&checks), ["c", "b", "a"]);
    }

    #[test]
    fn a_check_that_somebody_waits_for_is_not_cancelled_by_another() {
        let mut checks = CheckQueue::default();
        checks.enqueue(exercise("a"), Now);
        let running = checks.begin_next().unwrap();
        checks.enqueue(exercise("b"), Now);
        checks.enqueue(exercise("c"), Now);
        checks.enqueue(exercise("b"), Now);
        assert!(!running.cancel.is_cancelled());
        assert_eq!(waiting(&checks), ["b", "c"]);
    }

    #[test]
    fn a_text_that_changed_while_it_was_judged_is_judged_again() {
        let dir = tempfile::tempdir().unwrap();
        let mut checks = CheckQueue::default();
        checks.enqueue(on_disk(dir.path(), "one"), Now);
        let check = checks.begin_next().unwrap();
        let judged = judge(check, || {
            on_disk(dir.path(), "two");
        });
        assert!(checks.done(judged).is_none(), "it may be of neither text");
        let judged = judge(checks.begin_next().unwrap(), || {});
        let newer = on_disk(dir.path(), "two").files_hash();
        assert_eq!(checks.done(judged).unwrap().hash, newer);
        assert!(checks.is_idle());
    }

    #[test]
    fn nobody_hears_of_a_check_that_only_warms_up() {
        let mut checks = CheckQueue::default();
        checks.enqueue(exercise("a"), WarmUp);
        let judged = judge(checks.begin_next().unwrap(), || {});
        assert!(checks.done(judged).is_none());
        assert!(checks.is_idle());
    }
}
