//! `cargo book watch`: the verdict in the terminal after each save.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use checker::paint::Paint;
use checker::report::{self, where_to_work};
use checker::{Exercise, Limits, Verdict};
use tokio::sync::mpsc;

use super::exercises::{all_solved, first_open, load};
use crate::checks::{Check, CheckQueue, Judged, Priority};
use crate::seed::{self, Targets};
use crate::status::{ExerciseStatus, ExerciseStatusStore};
use crate::terminal;
use crate::{shutdown, watch as files};

/// Watches the exercises until Ctrl-C.
pub fn watch(root: &Path) -> Result<()> {
    let runtime =
        tokio::runtime::Runtime::new().context("cannot start the runtime")?;
    runtime.block_on(async {
        let (_watcher, mut saved) = files::watch(root, root)?;
        let targets = Targets::new(root)?;
        let (done, mut judged) = mpsc::unbounded_channel();
        let mut session = Session::new(root, &targets, done)?;
        let ended = shutdown::requested();
        tokio::pin!(ended);
        terminal::line(
            "checking after each save of an exercise; Ctrl-C ends it",
        );
        session.begin()?;
        loop {
            tokio::select! {
                ended = &mut ended => {
                    ended.context("cannot listen for Ctrl-C")?;
                    break;
                }
                Some(saved) = saved.recv() => {
                    for error in &saved.errors {
                        terminal::line(&terminal::not_watched(error));
                    }
                    session.saved(saved.exercises);
                }
                Some(judged) = judged.recv() => session.judged(judged),
            }
        }
        session.stop();
        anyhow::Ok(())
    })
    // Dropping the runtime waits for the check, which kills its processes.
}

struct Session {
    root: PathBuf,
    status: ExerciseStatusStore,
    limits: Limits,
    paint: Paint,
    checks: CheckQueue,
    done: mpsc::UnboundedSender<Judged>,
    /// The first check builds although there may be nothing to judge, so that
    /// Cargo has compiled what all need before the reader saves again.
    first: bool,
}

impl Session {
    fn new(
        root: &Path,
        targets: &Targets,
        done: mpsc::UnboundedSender<Judged>,
    ) -> Result<Self> {
        // Cargo locks a target folder while it works: a server of the book
        // would make this wait.
        let target = targets.checks.with_file_name("watch");
        let paint = Paint::of_terminal();
        Ok(Self {
            root: root.to_path_buf(),
            status: ExerciseStatusStore::open(root)?,
            limits: Limits {
                target_dir: Some(target),
                color: paint.is_on(),
                ..Limits::default()
            },
            paint,
            checks: CheckQueue::default(),
            done,
            first: true,
        })
    }

    /// Where the reader stands.
    fn begin(&mut self) -> Result<()> {
        let all = checker::catalogue(&self.root)?;
        let progress = load(&self.root)?;
        match first_open(&all, &progress) {
            Some(exercise) => self.check(&exercise.name),
            None => terminal::line(&all_solved(all.len())),
        }
        Ok(())
    }

    fn saved(&mut self, names: impl IntoIterator<Item = String>) {
        for name in names {
            self.check(&name);
        }
    }

    fn check(&mut self, name: &str) {
        match checker::find(&self.root, name) {
            Ok(exercise) => self.checks.enqueue(exercise, Priority::Now),
            // Deleted, or its exercise.toml is being edited.
            Err(error) => {
                terminal::line(&terminal::error(&format!("{error:#}")));
            }
        }
        self.next();
    }

    fn next(&mut self) {
        if let Some(check) = self.checks.begin_next() {
            self.start(check);
        }
    }

    fn start(&mut self, check: Check) {
        terminal::line(&format!("\nchecking {} …", check.exercise.name));
        if let Some(target) = &self.limits.target_dir
            && !target.join("debug").exists()
        {
            terminal::line(
                "the first check compiles what all exercises need; later \
                 ones take less than a second",
            );
        }
        let limits = self.limits.clone();
        let (root, done) = (self.root.clone(), self.done.clone());
        let first = std::mem::take(&mut self.first);
        tokio::task::spawn_blocking(move || {
            let judge = |root: &Path, exercise: &Exercise, limits: &Limits| {
                if first && let Some(target) = &limits.target_dir {
                    // Without it the first check takes longer.
                    let _ = seed::seed(root, target);
                }
                if first && exercise.is_untouched(root).unwrap_or(false) {
                    // A stub is unsolved, whatever its checks say.
                    let _ = checker::verdict::judge(root, exercise, limits);
                }
                checker::verdict(root, exercise, limits)
            };
            // Nobody listens at the end.
            let _ = done.send(check.judge(&root, &limits, judge));
        });
    }

    fn judged(&mut self, judged: Judged) {
        if let Some(judged) = self.checks.done(judged) {
            self.tell(&judged);
        }
        self.next();
    }

    fn tell(&self, judged: &Judged) {
        let Judged { exercise, .. } = judged;
        let judgment = match &judged.result {
            Ok(judgment) => judgment,
            Err(error) => {
                terminal::line(&terminal::error(&format!("{error:#}")));
                return;
            }
        };
        let hash = judged.hash.clone();
        if let Err(error) = self.status.judged(exercise, judgment, hash) {
            terminal::line(&terminal::error(&format!("{error:#}")));
        }
        let took = judged.took;
        let told =
            report::verdict(&self.root, exercise, judgment, took, self.paint);
        terminal::line(told.trim_end());
        if let Verdict::Solved = judgment.verdict {
            self.tell_next(exercise);
        }
        if let Ok(ExerciseStatus { entry, .. }) = self.status.status(exercise)
            && !matches!(judgment.verdict, Verdict::Solved)
        {
            let left = exercise.hints.len().saturating_sub(entry.hints.len());
            if left > 0 {
                terminal::line(&format!(
                    "a hint ({left} left): cargo book hint {}",
                    exercise.name
                ));
            }
        }
    }

    fn tell_next(&self, solved: &Exercise) {
        let Ok(all) = checker::catalogue(&self.root) else {
            return;
        };
        let next = self.status.next_open(&all, &solved.id);
        match next.ok().flatten() {
            Some(next) => {
                terminal::line(&format!(
                    "next: {}",
                    where_to_work(&self.root, next)
                ));
            }
            None => terminal::line(&all_solved(all.len())),
        }
    }

    fn stop(&self) {
        self.checks.cancel();
    }
}
