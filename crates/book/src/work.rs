//! The one loop: what happened, and what is done about it.
//!
//! Everything that takes time runs elsewhere (a build and a check on a
//! blocking thread, a recording in a process) and sends an [`Event`] at its
//! end. Only the loop decides, so nothing has to be locked and the order of
//! decisions is the order of events.

mod checks;
mod records;

use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};

use anyhow::Result;
use checker::desk::Kind;
use checker::{Cancel, Exercise, Judgment, Limits, Verdict};
use tokio::sync::mpsc;

use self::checks::Checks;
use self::records::Records;
use crate::figures::tool::Reader;
use crate::http::App;
use crate::http::events::PageEvent;
use crate::run::examples;
use crate::say::{self, Say};
use crate::site::{Builder, Outcome};
use crate::watch::Saved;

/// What the loop hears of.
pub enum Event {
    /// Files were saved.
    Saved(Saved),
    /// A build has ended.
    Built {
        result: Result<Outcome>,
        took: Duration,
    },
    /// An example was recorded, or not.
    Recorded { example: String, result: Result<()> },
    /// A page asks for a verdict on the exercise of this id.
    Asked(String),
    /// An exercise was judged.
    Judged(Box<Judged>),
}

pub struct Judged {
    pub exercise: Exercise,
    /// The files that the verdict is about.
    pub hash: String,
    /// The revision of the text that it is about.
    pub revision: String,
    pub result: Result<Judgment>,
    pub cancel: Cancel,
    /// The files were changed while they were judged.
    pub stale: bool,
    /// False: nobody was told of the check, nor needs to hear its end.
    pub told: bool,
}

/// Who does the work; the tests put quicker ones in.
#[derive(Clone)]
pub struct Tools {
    pub builder: Builder,
    pub judge: Judge,
    /// Judges although there is nothing to judge, so that Cargo has compiled
    /// what every exercise needs before the reader saves the first one.
    pub warm_up: Judge,
    pub recorder: Recorder,
    pub reader: Reader,
    pub limits: Limits,
    pub say: Say,
}

pub type Judge =
    Arc<dyn Fn(&Path, &Exercise, &Limits) -> Result<Judgment> + Send + Sync>;

/// The command that records one example.
pub type Recorder =
    Arc<dyn Fn(&Path, &str) -> tokio::process::Command + Send + Sync>;

pub struct Work {
    app: App,
    tools: Tools,
    building: bool,
    /// Something was saved while the book was being built.
    stale: bool,
    checks: Checks,
    records: Records,
}

impl Work {
    pub fn new(app: App, tools: Tools) -> Self {
        Work {
            checks: Checks::default(),
            records: Records::default(),
            building: false,
            stale: false,
            app,
            tools,
        }
    }

    /// Handles events until the server ends.
    pub async fn run(mut self, mut events: mpsc::UnboundedReceiver<Event>) {
        self.build();
        self.doubt();
        let ending = self.app.ending.clone();
        let ended = ending.wait();
        tokio::pin!(ended);
        loop {
            tokio::select! {
                () = &mut ended => break,
                event = events.recv() => match event {
                    Some(event) => self.handle(event),
                    None => break,
                },
            }
        }
        self.checks.cancel();
        self.records.cancel();
    }

    fn say(&self, text: &str) {
        (self.tools.say)(text);
    }

    fn handle(&mut self, event: Event) {
        match event {
            Event::Saved(saved) => self.saved(saved),
            Event::Built { result, took } => self.built(result, took),
            Event::Recorded { example, result } => {
                self.recorded(&example, result);
            }
            Event::Asked(id) => {
                if let Some(exercise) = self.lookup(&id) {
                    self.check_soon(exercise);
                }
            }
            Event::Judged(judged) => self.judged(*judged),
        }
    }

    fn saved(&mut self, saved: Saved) {
        let files: Vec<_> = saved
            .files
            .iter()
            .map(|file| file.display().to_string())
            .collect();
        if !files.is_empty() {
            self.say(&say::saved(&files));
        }
        for error in &saved.errors {
            self.say(&say::not_watched(error));
        }
        if saved.book {
            self.build();
        }
        for example in &saved.examples {
            self.records.add(&self.app, &self.tools, example);
        }
        let exercises: Vec<_> = saved
            .exercises
            .iter()
            .filter_map(|name| self.lookup(name))
            .collect();
        self.tell_texts(&saved, &exercises);
        for exercise in exercises {
            self.check_soon(exercise);
        }
    }

    /// An open editor shows what another one has written.
    fn tell_texts(&self, saved: &Saved, exercises: &[Exercise]) {
        let tell = |of, name: String, path: &Path| {
            self.app.tell(PageEvent::File {
                of,
                name,
                revision: checker::revision(path),
            });
        };
        let read = |e: &&Exercise| saved.texts.contains(&e.name);
        for exercise in exercises.iter().filter(read) {
            let path = exercise.source_path();
            tell(Kind::Exercise, exercise.id.clone(), &path);
        }
        for name in &saved.scratch {
            let path = examples::scratch(&self.app.home, name);
            tell(Kind::Example, name.clone(), &path);
        }
    }

    /// Builds the book, or again when the build that is running is done.
    fn build(&mut self) {
        if self.building {
            self.stale = true;
            return;
        }
        self.building = true;
        self.stale = false;
        self.app.tell(PageEvent::Building);
        let app = self.app.clone();
        let builder = self.tools.builder.clone();
        tokio::task::spawn_blocking(move || {
            let began = Instant::now();
            let result = app.site.build(&app.root, &builder);
            app.send(Event::Built {
                result,
                took: began.elapsed(),
            });
        });
    }

    fn built(&mut self, result: Result<Outcome>, took: Duration) {
        self.building = false;
        if self.stale {
            // Nobody needs to see a book that is out of date already.
            return self.build();
        }
        match result {
            Ok(outcome) => {
                self.say(&say::built(&outcome, took));
                self.app.tell(PageEvent::Built);
                self.app.tell(PageEvent::Reload);
            }
            Err(error) => {
                let goes_on = self.app.site.is_built();
                self.say(&say::not_built(&error, goes_on));
            }
        }
        self.tell_error();
    }

    /// Errors that outlive a build.
    fn tell_error(&self) {
        if let Some(message) = self.app.site.error() {
            self.app.tell(PageEvent::BuildError { message });
        }
    }

    fn recorded(&mut self, example: &str, result: Result<()>) {
        let error = result.err().map(|error| {
            format!("examples/{example}.rs was not recorded: {error:#}")
        });
        match &error {
            // The new files are noticed like all others.
            None => self.say(&say::recorded(example)),
            Some(error) => self.say(&say::error(error)),
        }
        self.app.site.recorded(example, error);
        match self.app.site.error() {
            Some(_) => self.tell_error(),
            None => self.app.tell(PageEvent::Built),
        }
        self.records.done(&self.app, &self.tools, example);
    }

    /// At the start: what changed while no server was there.
    fn doubt(&mut self) {
        let Some(all) = self.catalogue() else { return };
        for exercise in all {
            if self.app.shelf.is_doubtful(&self.app.root, &exercise) {
                self.checks.later(exercise);
            }
        }
        let next = self.catalogue().into_iter().flatten().find(|exercise| {
            exercise.is_untouched(&self.app.root).unwrap_or(false)
        });
        if let Some(exercise) = next {
            self.checks.warm_up(exercise);
        }
        self.checks.next(&self.app, &self.tools);
        self.prepare_figures();
    }

    /// When nothing else is to do, the recorder is built.
    fn prepare_figures(&self) {
        if self.checks.is_idle() {
            self.app.figures.prepare();
        }
    }

    /// Checks an exercise that somebody waits for.
    fn check_soon(&mut self, exercise: Exercise) {
        self.checks.soon(exercise);
        self.checks.next(&self.app, &self.tools);
    }

    fn lookup(&self, name: &str) -> Option<Exercise> {
        self.known(checker::lookup(&self.app.root, name)).flatten()
    }

    fn catalogue(&self) -> Option<Vec<Exercise>> {
        self.known(checker::catalogue(&self.app.root))
    }

    fn known<T>(&self, found: Result<T>) -> Option<T> {
        found
            .map_err(|error| self.say(&say::error(&format!("{error:#}"))))
            .ok()
    }

    fn judged(&mut self, judged: Judged) {
        let Judged {
            exercise,
            hash,
            revision,
            result,
            cancel,
            stale,
            told,
        } = judged;
        self.checks.done();
        if stale && told {
            // Whatever was built, it may be neither text. Usually the watcher
            // has ordered the next check already.
            self.checks.soon(exercise);
            return self.checks.next(&self.app, &self.tools);
        }
        // What was cancelled is judged again, or nobody wants to know.
        if told && !cancel.is_cancelled() {
            let judgment = match result {
                Ok(judgment) => {
                    let kept =
                        self.app.shelf.judged(&exercise, &judgment, hash);
                    if let Err(error) = kept {
                        self.say(&say::error(&format!("{error:#}")));
                    }
                    judgment
                }
                // No fault of the exercise, so not kept; but the page must
                // not wait for ever.
                Err(error) => Judgment::from(Verdict::Broken {
                    errors: format!("The checks did not run: {error:#}"),
                    diagnostics: Vec::new(),
                }),
            };
            self.say(&say::judged(&exercise.name, &judgment.verdict));
            self.app.tell(PageEvent::Exercise {
                id: exercise.id,
                judgment,
                revision,
            });
        }
        self.checks.next(&self.app, &self.tools);
        self.prepare_figures();
    }
}
