//! The one loop: what happened, and what is done about it.
//!
//! Everything that takes time runs elsewhere (a build and a check on a
//! blocking thread, a recording in a process) and sends an [`Event`] at its
//! end. Only the loop decides, so nothing has to be locked and the order of
//! decisions is the order of events.

pub mod event;
mod recordings;

use std::path::Path;
use std::time::{Duration, Instant};

use anyhow::Result;
use checker::Exercise;
use checker::desk::Kind;
use tokio::sync::mpsc;

use self::event::Event;
use self::recordings::RecordingQueue;
use crate::app::App;
use crate::checks::{Check, CheckQueue, Judged, Priority};
use crate::events::PageEvent;
use crate::run::examples;
use crate::site::Outcome;
use crate::terminal;
use crate::tools::Tools;
use crate::watch::Saved;

pub struct EventLoop {
    app: App,
    tools: Tools,
    building: bool,
    /// Something was saved while the book was being built.
    stale: bool,
    checks: CheckQueue,
    recordings: RecordingQueue,
}

impl EventLoop {
    pub fn new(app: App, tools: Tools) -> Self {
        EventLoop {
            checks: CheckQueue::default(),
            recordings: RecordingQueue::default(),
            building: false,
            stale: false,
            app,
            tools,
        }
    }

    /// Handles events until the server ends. It reads files, so it has a
    /// thread of its own, within the runtime that it starts tasks on.
    pub fn run(mut self, mut events: mpsc::UnboundedReceiver<Event>) {
        self.build();
        self.queue_startup_checks();
        while let Some(event) = events.blocking_recv() {
            match event {
                Event::End => break,
                event => self.handle(event),
            }
        }
        self.checks.cancel();
        self.recordings.cancel();
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
            Event::CheckRequested(id) => {
                if let Some(exercise) = self.lookup(&id) {
                    self.check_soon(exercise);
                }
            }
            Event::Judged(judged) => self.judged(*judged),
            Event::End => {}
        }
    }

    fn saved(&mut self, saved: Saved) {
        let files: Vec<_> = saved
            .files
            .iter()
            .map(|file| file.display().to_string())
            .collect();
        if !files.is_empty() {
            self.say(&terminal::saved(&files));
        }
        for error in &saved.errors {
            self.say(&terminal::not_watched(error));
        }
        if saved.book {
            self.build();
        }
        for example in &saved.examples {
            self.recordings.add(&self.app, &self.tools, example);
        }
        let exercises: Vec<_> = saved
            .exercises
            .iter()
            .filter_map(|name| self.lookup(name))
            .collect();
        self.announce_changed_files(&saved, &exercises);
        for exercise in exercises {
            self.check_soon(exercise);
        }
    }

    /// An open editor shows what another one has written.
    fn announce_changed_files(&self, saved: &Saved, exercises: &[Exercise]) {
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
                self.say(&terminal::built(&outcome, took));
                self.app.tell(PageEvent::Built);
                self.app.tell(PageEvent::Reload);
            }
            Err(error) => {
                let goes_on = self.app.site.is_built();
                self.say(&terminal::not_built(&error, goes_on));
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
            None => self.say(&terminal::recorded(example)),
            Some(error) => self.say(&terminal::error(error)),
        }
        self.app.site.recorded(example, error);
        match self.app.site.error() {
            Some(_) => self.tell_error(),
            None => self.app.tell(PageEvent::Built),
        }
        self.recordings.done(&self.app, &self.tools, example);
    }

    /// At the start: what changed while no server was there.
    fn queue_startup_checks(&mut self) {
        let Some(all) = self.catalogue() else { return };
        for exercise in all {
            if self.app.status.needs_check(&self.app.root, &exercise) {
                self.checks.enqueue(exercise, Priority::Background);
            }
        }
        let next = self.catalogue().into_iter().flatten().find(|exercise| {
            exercise.is_untouched(&self.app.root).unwrap_or(false)
        });
        if let Some(exercise) = next {
            self.checks.enqueue(exercise, Priority::WarmUp);
        }
        self.next_check();
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
        self.checks.enqueue(exercise, Priority::Now);
        self.next_check();
    }

    fn lookup(&self, name: &str) -> Option<Exercise> {
        self.known(checker::lookup(&self.app.root, name)).flatten()
    }

    fn catalogue(&self) -> Option<Vec<Exercise>> {
        self.known(checker::catalogue(&self.app.root))
    }

    fn known<T>(&self, found: Result<T>) -> Option<T> {
        found
            .map_err(|error| self.say(&terminal::error(&format!("{error:#}"))))
            .ok()
    }

    fn next_check(&mut self) {
        if let Some(check) = self.checks.begin_next() {
            self.start(check);
        }
    }

    fn start(&self, check: Check) {
        let judge = if check.priority == Priority::WarmUp {
            self.tools.warm_up.clone()
        } else {
            self.app.tell(PageEvent::Checking {
                id: check.exercise.id.clone(),
            });
            self.tools.judge.clone()
        };
        let app = self.app.clone();
        let limits = self.tools.limits.clone();
        tokio::task::spawn_blocking(move || {
            let judged = check.judge(&app.root, &limits, &*judge);
            app.send(Event::Judged(Box::new(judged)));
        });
    }

    fn judged(&mut self, judged: Judged) {
        if let Some(judged) = self.checks.done(judged) {
            self.tell_verdict(judged);
        }
        self.next_check();
        self.prepare_figures();
    }

    fn tell_verdict(&self, judged: Judged) {
        let Judged {
            exercise,
            hash,
            revision,
            result,
            ..
        } = judged;
        let judgment = match result {
            Ok(judgment) => {
                let kept = self.app.status.judged(&exercise, &judgment, hash);
                if let Err(error) = kept {
                    self.say(&terminal::error(&format!("{error:#}")));
                }
                judgment
            }
            // No fault of the exercise, so its last verdict stays; but the
            // page must not wait for ever.
            Err(error) => {
                let message = format!("{error:#}");
                self.say(&terminal::not_checked(&exercise.name, &message));
                return self.app.tell(PageEvent::NotChecked {
                    id: exercise.id,
                    message,
                });
            }
        };
        self.say(&terminal::judged(&exercise.name, &judgment.verdict));
        self.app.tell(PageEvent::Exercise {
            id: exercise.id,
            judgment,
            revision,
        });
    }
}
