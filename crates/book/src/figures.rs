//! Records the reader's code and draws it beside what was expected.
//!
//! The recording is made by a tool of its own, which is built once, when
//! nothing else is to do. One recording at a time; a newer text of the same
//! file ends it, and so does a page that went away.

mod cache;
pub mod draw;
mod preparation;
mod recorder;
mod subject;
pub mod tool;

use std::path::Path;
use std::sync::Arc;

use checker::{Desk, Exercise};
use tokio::sync::{Semaphore, broadcast};

use self::cache::{Key, RecordingCache};
use self::draw::Figure;
use self::preparation::Preparation;
use self::recorder::Recorder;
pub use self::subject::{FigureError, Subject};
use self::tool::{RecordResult, RecorderCommands};
use crate::editable::EditError;
use crate::events::{EventBus, PageEvent, Subscription};
use crate::places::LONGEST;
use crate::programs::Programs;
use crate::seed::Targets;

/// The figures of one server.
pub struct Figures {
    root: Arc<Path>,
    bus: EventBus,
    recorder: Arc<Recorder>,
    preparation: Arc<Preparation>,
    /// One recording at a time: each is a build.
    turn: Semaphore,
    cache: RecordingCache,
}

impl Figures {
    pub fn new(
        root: &Path,
        targets: &Targets,
        programs: Programs,
        commands: RecorderCommands,
        bus: EventBus,
    ) -> Self {
        let recorder = Recorder::new(root, targets, programs, commands);
        let recorder = Arc::new(recorder);
        Figures {
            root: root.into(),
            preparation: Arc::new(Preparation::new(
                recorder.clone(),
                bus.clone(),
            )),
            recorder,
            bus,
            turn: Semaphore::new(1),
            cache: RecordingCache::default(),
        }
    }

    /// Builds the recorder, unless that was done.
    pub fn prepare(&self) {
        self.preparation.begin();
    }

    /// What a page that is opened now must hear.
    pub fn busy_with(&self) -> Option<String> {
        self.preparation.busy_with()
    }

    /// The figure of the subject as it stands on the disk.
    pub async fn figure(
        self: &Arc<Self>,
        subject: Subject,
    ) -> Result<Figure, FigureError> {
        let subject = Arc::new(subject);
        // Heard from now on; the text is read after.
        let events = self.bus.subscribe();
        let (text, key) = {
            let subject = subject.clone();
            blocking(move || {
                let text = source(&subject.desk)?;
                let key = Key::of(&subject, &text);
                Ok::<_, EditError>((text, key))
            })
            .await??
        };
        if let Some(result) = self.cache.at(&key) {
            return self.draw(subject, text, result).await;
        }
        let newer = newer(events, &subject.desk, &key.revision);
        let result = tokio::select! {
            biased;
            newer = newer => {
                newer?;
                return Err(FigureError::Stale);
            }
            result = self.record(&subject, &key, &text) => Arc::new(result?),
        };
        self.cache.put(&key, &text, result.clone());
        self.draw(subject, text, result).await
    }

    /// Dropping it ends what it has started.
    async fn record(
        &self,
        subject: &Subject,
        key: &Key,
        text: &str,
    ) -> anyhow::Result<RecordResult> {
        self.preparation.ready().await?;
        let _turn = self.turn.acquire().await;
        // Somebody else may have waited for the same.
        if let Some(result) = self.cache.at(key) {
            return Ok((*result).clone());
        }
        self.recorder
            .record(subject.check.as_ref(), &subject.desk.name, text)
            .await
    }

    async fn draw(
        self: &Arc<Self>,
        subject: Arc<Subject>,
        text: String,
        result: Arc<RecordResult>,
    ) -> Result<Figure, FigureError> {
        let this = self.clone();
        let figure = blocking(move || match &*result {
            RecordResult::Recorded(recorded) => {
                draw::of(&this.root, &subject, recorded, &text)
            }
            RecordResult::Broken(_) => {
                let last = this.cache.last(&subject);
                draw::broken(&this.root, &subject, last.as_ref())
            }
            RecordResult::Unrecordable(why) => {
                let last = this.cache.last(&subject);
                draw::unrecordable(&this.root, &subject, last.as_ref(), why)
            }
        });
        Ok(figure.await?)
    }

    /// What the newest recording of a check's text has cost.
    pub fn cost(
        &self,
        exercise: &Exercise,
        revision: &str,
    ) -> Option<timeline::cost::Cost> {
        self.cache.cost(exercise, revision)
    }
}

/// Reads files or draws, away from the threads that answer pages.
async fn blocking<T: Send + 'static>(
    work: impl FnOnce() -> T + Send + 'static,
) -> anyhow::Result<T> {
    Ok(tokio::task::spawn_blocking(work).await?)
}

/// The reader's text, or the example's own.
fn source(desk: &Desk) -> Result<String, EditError> {
    let text = desk.text()?;
    if text.len() > LONGEST {
        return Err(EditError::TooLong);
    }
    Ok(text)
}

/// Ends when the file has another text than that of `revision`.
async fn newer(
    mut events: Subscription,
    desk: &Desk,
    revision: &str,
) -> anyhow::Result<()> {
    use broadcast::error::RecvError;
    loop {
        let changed = match events.recv().await {
            Ok(encoded) => matches!(
                &encoded.event,
                PageEvent::File { of, name, .. }
                    if *of == desk.kind && *name == desk.name
            ),
            Err(RecvError::Lagged(_)) => true,
            // The server ends; the process does so too.
            Err(RecvError::Closed) => return std::future::pending().await,
        };
        if !changed {
            continue;
        }
        let (desk, revision) = (desk.clone(), revision.to_owned());
        let is_newer = blocking(move || {
            desk.text()
                .map_or(true, |text| checker::hash(&text) != revision)
        });
        if is_newer.await? {
            return Ok(());
        }
    }
}
