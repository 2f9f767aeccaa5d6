//! The recorder is built once, and what every recording needs.

use std::sync::Arc;
use std::time::Instant;

use anyhow::{Result, anyhow};
use tokio::sync::watch;

use super::recorder::Recorder;
use crate::events::{EventBus, PageEvent};
use crate::terminal;

/// How far it is.
#[derive(Clone, Debug, PartialEq)]
enum Progress {
    NotYet,
    /// What a page says meanwhile.
    Busy(String),
    Ready,
    Failed(String),
}

pub struct Preparation {
    recorder: Arc<Recorder>,
    bus: EventBus,
    progress: watch::Sender<Progress>,
}

impl Preparation {
    pub fn new(recorder: Arc<Recorder>, bus: EventBus) -> Self {
        Preparation {
            recorder,
            bus,
            progress: watch::Sender::new(Progress::NotYet),
        }
    }

    /// What a page that is opened now must hear.
    pub fn busy_with(&self) -> Option<String> {
        match &*self.progress.borrow() {
            Progress::Busy(message) => Some(message.clone()),
            _ => None,
        }
    }

    /// Begins, unless that was done. It goes on whoever waits for it.
    pub fn begin(self: &Arc<Self>) {
        let begins = self.progress.send_if_modified(|now| {
            let idle = matches!(now, Progress::NotYet | Progress::Failed(_));
            if idle {
                *now = Progress::Busy(BUILDS.to_owned());
            }
            idle
        });
        if begins {
            let this = self.clone();
            tokio::spawn(async move {
                let done = match this.build().await {
                    Ok(()) => Progress::Ready,
                    Err(error) => Progress::Failed(format!("{error:#}")),
                };
                this.progress.send_replace(done);
                this.tell(String::new());
            });
        }
    }

    /// Waits until the recorder is there.
    pub async fn ready(self: &Arc<Self>) -> Result<()> {
        self.begin();
        let mut progress = self.progress.subscribe();
        let done = progress
            .wait_for(|now| {
                matches!(now, Progress::Ready | Progress::Failed(_))
            })
            .await?;
        match &*done {
            Progress::Failed(error) => {
                Err(anyhow!("the recorder could not be built: {error}"))
            }
            _ => Ok(()),
        }
    }

    async fn build(&self) -> Result<()> {
        self.tell(BUILDS.to_owned());
        let began = Instant::now();
        if !self.recorder.build().await? {
            return Ok(());
        }
        let words = format!(
            "{BUILDS} So far it has taken {}.",
            terminal::seconds(began.elapsed())
        );
        self.progress.send_replace(Progress::Busy(words.clone()));
        self.tell(words);
        self.recorder.record_first().await
    }

    fn tell(&self, message: String) {
        self.bus.tell(PageEvent::Recorder { message });
    }
}

const BUILDS: &str = "The recorder is being built. That is done once, and \
                      takes a minute or two; until then there are verdicts, \
                      but no figures of your own code.";
