//! Records the reader's code and draws it beside what was expected.
//!
//! The recording is made by a tool of its own, which is built once, when
//! nothing else is to do. One recording at a time; a newer text of the same
//! file ends it, and so does a page that went away.

pub mod draw;
mod prepare;
mod shelf;
pub mod tool;

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use anyhow::{Context, bail};
use checker::desk::Kind;
use checker::{Desk, Exercise, Verdict};
use tokio::sync::{Semaphore, broadcast, watch};

use self::draw::Figure;
use self::prepare::Prepared;
use self::shelf::{Kept, Key};
use self::tool::{Reader, Take, Taken};
use crate::desk::{DeskError, LONGEST};
use crate::http::events::{Heard, News, PageEvent};
use crate::run::group::Groups;
use crate::seed::Targets;

/// For one recording, its build included: the first one compiles Tokio, on a
/// machine that may be busy. The tool itself stops the program after two
/// seconds.
const PATIENCE: Duration = Duration::from_secs(600);

/// The figures of one server.
pub struct Figures {
    root: Arc<Path>,
    target: PathBuf,
    groups: Groups,
    reader: Reader,
    news: News,
    /// One recording at a time: each is a build.
    turn: Semaphore,
    kept: Kept,
    prepared: watch::Sender<Prepared>,
}

/// What a figure is asked of.
pub struct Subject {
    pub desk: Desk,
    /// An exercise, with one of its checks and what it says.
    pub check: Option<(Exercise, String)>,
    pub verdict: Option<Verdict>,
}

/// Why there is no figure.
pub enum NoFigure {
    /// A newer text was saved meanwhile.
    Stale,
    Desk(DeskError),
    Other(anyhow::Error),
}

impl From<anyhow::Error> for NoFigure {
    fn from(error: anyhow::Error) -> Self {
        NoFigure::Other(error)
    }
}

impl From<DeskError> for NoFigure {
    fn from(error: DeskError) -> Self {
        NoFigure::Desk(error)
    }
}

impl Figures {
    pub fn new(
        root: &Path,
        targets: &Targets,
        groups: Groups,
        reader: Reader,
        news: News,
    ) -> Self {
        Figures {
            root: root.into(),
            target: targets.records.clone(),
            groups,
            reader,
            news,
            turn: Semaphore::new(1),
            kept: Kept::default(),
            prepared: watch::Sender::new(Prepared::NotYet),
        }
    }

    /// The figure of the subject as it stands on the disk.
    pub async fn of(
        self: &Arc<Self>,
        subject: &Subject,
    ) -> Result<Figure, NoFigure> {
        // Heard from now on; the text is read after.
        let news = self.news.subscribe();
        let text = source(&subject.desk)?;
        let key = Key::of(subject, &text);
        if let Some(taken) = self.kept.at(&key) {
            return Ok(self.draw(subject, &text, &taken));
        }
        let newer = newer(news, &subject.desk, &key.revision);
        tokio::select! {
            biased;
            () = newer => Err(NoFigure::Stale),
            taken = self.take(subject, &key, &text) => {
                let taken = Arc::new(taken?);
                self.kept.put(&key, &text, taken.clone());
                Ok(self.draw(subject, &text, &taken))
            }
        }
    }

    /// Dropping it ends what it has started.
    async fn take(
        self: &Arc<Self>,
        subject: &Subject,
        key: &Key,
        text: &str,
    ) -> anyhow::Result<Taken> {
        self.ready().await?;
        let _turn = self.turn.acquire().await;
        // Somebody else may have waited for the same.
        if let Some(taken) = self.kept.at(key) {
            return Ok((*taken).clone());
        }
        self.record(subject.check.as_ref(), &subject.desk.name, text)
            .await
    }

    /// Records a text: of an exercise in one of its checks, or of an example.
    async fn record(
        &self,
        check: Option<&(Exercise, String)>,
        name: &str,
        text: &str,
    ) -> anyhow::Result<Taken> {
        // A copy: the file may change meanwhile, and the recording must be of
        // the text that it says it is of.
        let folder = tempfile::Builder::new()
            .prefix("book-reader-")
            .tempdir()
            .context("cannot create a folder for the recording")?;
        let source = folder.path().join(match check {
            Some(_) => "exercise.rs".to_owned(),
            None => format!("{name}.rs"),
        });
        tokio::fs::write(&source, text)
            .await
            .with_context(|| format!("cannot write {}", source.display()))?;
        let take = Take {
            name: check.map_or(name, |(exercise, _)| &exercise.name).into(),
            check: check.map(|(_, check)| check.clone()),
            source,
            target: self.target.join("harness"),
        };
        let command = (self.reader.record)(&self.root, &self.target, &take);
        let taken = tool::run(&self.groups, command);
        match tokio::time::timeout(PATIENCE, taken).await {
            Ok(taken) => taken,
            Err(_) => bail!(
                "the recording took longer than {} s and was stopped",
                PATIENCE.as_secs()
            ),
        }
    }

    fn draw(&self, subject: &Subject, text: &str, taken: &Taken) -> Figure {
        match taken {
            Taken::Recorded(recorded) => {
                draw::of(&self.root, subject, recorded, text)
            }
            Taken::Broken(_) => {
                let last = self.kept.last(subject);
                draw::broken(&self.root, subject, last.as_ref())
            }
        }
    }

    /// What the newest recording of a check's text has cost.
    pub fn cost(
        &self,
        exercise: &Exercise,
        revision: &str,
    ) -> Option<timeline::cost::Cost> {
        self.kept.cost(exercise, revision)
    }
}

/// The reader's text, or the example's own.
fn source(desk: &Desk) -> Result<String, DeskError> {
    let text = desk.text()?;
    if text.len() > LONGEST {
        return Err(DeskError::TooLong);
    }
    Ok(text)
}

/// Ends when the file has another text than that of `revision`.
async fn newer(mut news: Heard, desk: &Desk, revision: &str) {
    use broadcast::error::RecvError;
    loop {
        let changed = match news.recv().await {
            Ok(told) => matches!(
                &told.event,
                PageEvent::File { of, name, .. }
                    if *of == desk.kind && *name == desk.name
            ),
            Err(RecvError::Lagged(_)) => true,
            // The server ends; the process does so too.
            Err(RecvError::Closed) => return std::future::pending().await,
        };
        if changed
            && desk
                .text()
                .map_or(true, |text| checker::hash(&text) != revision)
        {
            return;
        }
    }
}

impl Subject {
    /// The message of the check, if it is the one that fails.
    fn says(&self) -> Option<&str> {
        let (_, check) = self.check.as_ref()?;
        match self.verdict.as_ref()? {
            Verdict::Failing {
                check: failing,
                message,
                ..
            }
            | Verdict::Hung {
                check: failing,
                message,
            } if failing == check => Some(message),
            _ => None,
        }
    }

    /// Its check came to its end, and was not content.
    fn fails(&self) -> bool {
        matches!(self.verdict, Some(Verdict::Failing { .. }))
            && self.says().is_some()
    }

    pub fn is_exercise(&self) -> bool {
        self.desk.kind == Kind::Exercise
    }
}
