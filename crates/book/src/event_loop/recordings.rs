//! Which example is recorded next.

use std::collections::VecDeque;

use anyhow::{Context, Result, bail};
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
        let groups = app.groups.clone();
        let name = example.clone();
        let events = app.events.clone();
        let task = tokio::spawn(async move {
            let (child, group) = match groups.spawn(command, None) {
                Ok(started) => started,
                Err(error) => {
                    let result = Err(error).context("cargo did not start");
                    let _ = events.send(Event::Recorded { example, result });
                    return;
                }
            };
            let result = verdict(child.wait_with_output().await);
            drop(group);
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

fn verdict(ended: std::io::Result<std::process::Output>) -> Result<()> {
    let output = ended.context("the recording did not end well")?;
    if !output.status.success() {
        bail!("{}", String::from_utf8_lossy(&output.stderr).trim());
    }
    Ok(())
}
