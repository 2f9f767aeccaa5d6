//! Which example is recorded next.

use std::collections::VecDeque;
use std::time::Duration;

use anyhow::{Result, bail};
use bounded_process::{End, Outcome};
use tokio::task::AbortHandle;

use super::event::Event;
use crate::app::App;
use crate::events::PageEvent;
use crate::run::examples::{self, Example};
use crate::tools::Tools;

/// One recording at a time: each is a build.
#[derive(Default)]
pub struct RecordingQueue {
    waiting: VecDeque<String>,
    running: Option<(String, AbortHandle)>,
}

impl RecordingQueue {
    /// RecordingQueue `example`, or nothing if it is not one that can be recorded: a
    /// twin without an example, one behind a feature.
    pub fn add(&mut self, app: &App, tools: &Tools, example: &str) {
        let fails = app.root.join("examples/fail").join(example);
        let plain = examples::find(&app.root, example);
        if !fails.with_extension("rs").is_file()
            && !matches!(plain, Ok(Some(Example::Plain)))
        {
            return;
        }
        self.waiting.retain(|other| other != example);
        if let Some((_, older)) =
            self.running.take_if(|(running, _)| running == example)
        {
            // Ends its process as well.
            older.abort();
        }
        // What was wrong with the older text is no longer the question.
        app.site.recorded(example, None);
        self.waiting.push_back(example.to_string());
        self.next(app, tools);
    }

    pub fn done(&mut self, app: &App, tools: &Tools, example: &str) {
        self.running.take_if(|(running, _)| running == example);
        self.next(app, tools);
    }

    fn next(&mut self, app: &App, tools: &Tools) {
        if self.running.is_some() {
            return;
        }
        let Some(example) = self.waiting.pop_front() else {
            return;
        };
        app.tell(PageEvent::Recording {
            example: example.clone(),
        });
        let command = (tools.recorder)(&app.root, &example);
        let programs = app.programs.clone();
        let name = example.clone();
        let events = app.events.clone();
        let task = tokio::spawn(async move {
            let result = programs.collect(command, PATIENCE).await;
            let result = result.and_then(|(outcome, printed)| {
                verdict(&outcome, &printed.stderr())
            });
            let _ = events.send(Event::Recorded { example, result });
        });
        self.running = Some((name, task.abort_handle()));
    }

    pub fn cancel(&self) {
        if let Some((_, running)) = &self.running {
            running.abort();
        }
    }
}

fn verdict(outcome: &Outcome, said: &str) -> Result<()> {
    if outcome.end != End::Exit(0) {
        let why = outcome.words("the recording").unwrap_or_default();
        bail!("{}", format!("{said}\n{why}").trim());
    }
    Ok(())
}

/// For one recording; the first one compiles Tokio.
const PATIENCE: Duration = Duration::from_secs(1800);
