//! `cargo book watch`: the verdict in the terminal after each save.

use std::collections::VecDeque;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use anyhow::{Context, Result};
use checker::PageLink;
use checker::pages::ErrorIndex;
use checker::{Cancel, Exercise, Judgment, Limits, Verdict};
use tokio::sync::mpsc;

use super::exercises::{all_solved, first_open, load, where_to_work};
use crate::say::{self, Paint};
use crate::seed::{self, Targets};
use crate::shelf::{Shelf, Standing};
use crate::{ending, watch as files};

/// Watches the exercises until Ctrl-C.
pub fn watch(root: &Path) -> Result<()> {
    let runtime =
        tokio::runtime::Runtime::new().context("cannot start the runtime")?;
    runtime.block_on(async {
        let (_watcher, mut saved) = files::watch(root, root)?;
        let targets = Targets::new(root)?;
        let (done, mut judged) = mpsc::unbounded_channel();
        let mut session = Session::new(root, &targets, done)?;
        let ended = ending::requested();
        tokio::pin!(ended);
        say::line("checking after each save of an exercise; Ctrl-C ends it");
        session.begin()?;
        loop {
            tokio::select! {
                ended = &mut ended => {
                    ended.context("cannot listen for Ctrl-C")?;
                    break;
                }
                Some(saved) = saved.recv() => {
                    for error in &saved.errors {
                        say::line(&say::not_watched(error));
                    }
                    session.saved(saved.exercises);
                }
                Some(judged) = judged.recv() => session.judged(&judged),
            }
        }
        session.stop();
        anyhow::Ok(())
    })
    // Dropping the runtime waits for the check, which kills its processes.
}

struct Session {
    root: PathBuf,
    shelf: Shelf,
    limits: Limits,
    paint: Paint,
    /// Names of exercises, the newest save first.
    waiting: VecDeque<String>,
    running: Option<(String, Cancel)>,
    done: mpsc::UnboundedSender<Judged>,
    /// The first check builds although there may be nothing to judge, so that
    /// Cargo has compiled what all need before the reader saves again.
    first: bool,
}

struct Judged {
    exercise: Exercise,
    /// The files that it is about.
    hash: String,
    result: Result<Judgment>,
    took: Duration,
    cancel: Cancel,
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
            shelf: Shelf::open(root)?,
            limits: Limits {
                target_dir: Some(target),
                color: paint.is_on(),
                ..Limits::default()
            },
            paint,
            waiting: VecDeque::new(),
            running: None,
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
            None => say::line(&all_solved(all.len())),
        }
        Ok(())
    }

    fn saved(&mut self, names: impl IntoIterator<Item = String>) {
        for name in names {
            self.check(&name);
        }
    }

    /// Before all others: it was saved last.
    fn check(&mut self, name: &str) {
        if let Some((running, cancel)) = &self.running
            && !cancel.is_cancelled()
        {
            cancel.cancel();
            if running != name {
                let running = running.clone();
                self.waiting.push_front(running);
            }
        }
        self.waiting.retain(|other| other != name);
        self.waiting.push_front(name.to_owned());
        self.next();
    }

    fn next(&mut self) {
        while self.running.is_none()
            && let Some(name) = self.waiting.pop_front()
        {
            match checker::find(&self.root, &name) {
                Ok(exercise) => self.start(exercise),
                // Deleted, or its exercise.toml is being edited.
                Err(error) => say::line(&say::error(&format!("{error:#}"))),
            }
        }
    }

    fn start(&mut self, exercise: Exercise) {
        say::line(&format!("\nchecking {} …", exercise.name));
        if let Some(target) = &self.limits.target_dir
            && !target.join("debug").exists()
        {
            say::line(
                "the first check compiles what all exercises need; later \
                 ones take less than a second",
            );
        }
        let cancel = Cancel::default();
        self.running = Some((exercise.name.clone(), cancel.clone()));
        let mut limits = self.limits.clone();
        limits.cancel = cancel.clone();
        let (root, done) = (self.root.clone(), self.done.clone());
        let first = std::mem::take(&mut self.first);
        tokio::task::spawn_blocking(move || {
            let begun = Instant::now();
            // Before: what is saved meanwhile is not what was judged.
            let hash = exercise.files_hash();
            if first && let Some(target) = &limits.target_dir {
                // Without it the first check takes longer.
                let _ = seed::seed(&root, target);
            }
            if first && exercise.is_untouched(&root).unwrap_or(false) {
                // A stub is unsolved, whatever its checks say.
                let _ = checker::verdict::judge(&root, &exercise, &limits);
            }
            let result = checker::verdict(&root, &exercise, &limits);
            // Nobody listens at the end.
            let _ = done.send(Judged {
                exercise,
                hash,
                result,
                took: begun.elapsed(),
                cancel,
            });
        });
    }

    fn judged(&mut self, judged: &Judged) {
        self.running = None;
        if !judged.cancel.is_cancelled() {
            self.tell(judged);
        }
        self.next();
    }

    fn tell(&self, judged: &Judged) {
        let Judged { exercise, .. } = judged;
        let judgment = match &judged.result {
            Ok(judgment) => judgment,
            Err(error) => {
                say::line(&say::error(&format!("{error:#}")));
                return;
            }
        };
        let hash = judged.hash.clone();
        if let Err(error) = self.shelf.judged(exercise, judgment, hash) {
            say::line(&say::error(&format!("{error:#}")));
        }
        self.tell_verdict(exercise, judgment, judged.took);
        if let Ok(Standing { entry, .. }) = self.shelf.look(exercise)
            && !matches!(judgment.verdict, Verdict::Solved)
        {
            let left = exercise.hints.len().saturating_sub(entry.hints.len());
            if left > 0 {
                say::line(&format!(
                    "a hint ({left} left): cargo book hint {}",
                    exercise.name
                ));
            }
        }
    }

    fn tell_verdict(
        &self,
        exercise: &Exercise,
        judgment: &Judgment,
        took: Duration,
    ) {
        let Exercise { name, .. } = exercise;
        let verdict = &judgment.verdict;
        let text = match verdict {
            Verdict::Solved => self.paint.green(&say::word(verdict)),
            Verdict::Unsolved => self.paint.yellow(&say::word(verdict)),
            Verdict::Broken { .. } => self.paint.red("does not compile"),
            Verdict::Failing { .. } | Verdict::Hung { .. } => {
                self.paint.red(&say::word(verdict))
            }
        };
        for warning in &judgment.warnings {
            say::line(warning.rendered.trim_end());
        }
        match verdict {
            Verdict::Broken {
                errors,
                diagnostics,
            } => {
                say::line(errors.trim_end());
                for diagnostic in diagnostics {
                    tell_page(diagnostic.page.as_ref());
                }
            }
            Verdict::Failing { check, message, .. }
            | Verdict::Hung { check, message } => {
                say::line(message.trim_end());
                let index = ErrorIndex::load(&self.root);
                tell_page(index.page_of_panic(message).as_ref());
                self.tell_mistake(exercise, check, message);
            }
            Verdict::Unsolved => {
                say::line(&where_to_work(&self.root, exercise));
            }
            Verdict::Solved => {}
        }
        let time = say::seconds(took);
        say::line(&format!("{}: {text} ({time})", self.paint.bold(name)));
        if let Verdict::Solved = verdict {
            self.tell_next(exercise);
        }
    }

    /// Several wrong answers may fail with the same words; then what a
    /// recording shows would be needed to tell them apart.
    fn tell_mistake(&self, exercise: &Exercise, check: &str, message: &str) {
        let root = &self.root;
        let found =
            checker::mistakes::candidates(root, exercise, check, message);
        if let [mistake] = found.as_slice() {
            say::line(&say::wrap(&mistake.text, ""));
        }
    }

    fn tell_next(&self, solved: &Exercise) {
        let Ok(all) = checker::catalogue(&self.root) else {
            return;
        };
        let next = self.shelf.next_open(&all, &solved.id);
        match next.ok().flatten() {
            Some(next) => {
                say::line(&format!(
                    "next: {}",
                    where_to_work(&self.root, next)
                ));
            }
            None => say::line(&all_solved(all.len())),
        }
    }

    fn stop(&self) {
        if let Some((_, cancel)) = &self.running {
            cancel.cancel();
        }
    }
}

/// The page that explains it: the file, as nobody may serve the book.
fn tell_page(page: Option<&PageLink>) {
    if let Some(PageLink { title, href }) = page {
        let file = href.replacen(".html", ".md", 1);
        say::line(&format!("explained in: {title} (src/{file})"));
    }
}
