//! Builds the tool that records, once, and what every recording needs.

use std::sync::Arc;
use std::time::Instant;

use anyhow::{Result, anyhow, bail};

use super::Figures;
use super::tool;
use crate::http::events::PageEvent;
use crate::say;

/// How far it is.
#[derive(Clone, Debug, PartialEq)]
pub enum Prepared {
    NotYet,
    /// What a page says meanwhile.
    Busy(String),
    Ready,
    Failed(String),
}

impl Figures {
    /// What a page that is opened now must hear.
    pub fn busy_with(&self) -> Option<String> {
        match &*self.prepared.borrow() {
            Prepared::Busy(message) => Some(message.clone()),
            _ => None,
        }
    }

    /// Begins, unless that was done. It goes on whoever waits for it.
    pub fn prepare(self: &Arc<Self>) {
        let begins = self.prepared.send_if_modified(|now| {
            let idle = matches!(now, Prepared::NotYet | Prepared::Failed(_));
            if idle {
                *now = Prepared::Busy(BUILDS.to_owned());
            }
            idle
        });
        if begins {
            let figures = self.clone();
            tokio::spawn(async move {
                let done = match figures.build().await {
                    Ok(()) => Prepared::Ready,
                    Err(error) => Prepared::Failed(format!("{error:#}")),
                };
                figures.prepared.send_replace(done);
                figures.tell(String::new());
            });
        }
    }

    /// Waits until the tool is there.
    pub(super) async fn ready(self: &Arc<Self>) -> Result<()> {
        self.prepare();
        let mut prepared = self.prepared.subscribe();
        let done = prepared
            .wait_for(|now| {
                matches!(now, Prepared::Ready | Prepared::Failed(_))
            })
            .await?;
        match &*done {
            Prepared::Failed(error) => {
                Err(anyhow!("the recorder could not be built: {error}"))
            }
            _ => Ok(()),
        }
    }

    async fn build(&self) -> Result<()> {
        let Some(command) = (self.reader.build)(&self.root, &self.target)
        else {
            return Ok(());
        };
        self.tell(BUILDS.to_owned());
        let began = Instant::now();
        let (child, group) = self.groups.spawn_gently(command)?;
        let output = child.wait_with_output().await?;
        group.end().await;
        if !output.status.success() {
            let said = String::from_utf8_lossy(&output.stderr);
            bail!("{}", said.trim());
        }
        // The first recording compiles Tokio with its instruments.
        let first = checker::catalogue(&self.root)?.into_iter().next();
        if let Some(exercise) = first
            && let Some(check) = exercise.checks.first().cloned()
        {
            let words = format!(
                "{BUILDS} So far it has taken {}.",
                say::seconds(began.elapsed())
            );
            self.prepared.send_replace(Prepared::Busy(words.clone()));
            self.tell(words);
            let stub = exercise.stub(&self.root)?;
            let take = Some((exercise, check));
            if let tool::Taken::Broken(said) =
                self.record(take.as_ref(), "", &stub).await?
            {
                bail!("{said}");
            }
        }
        Ok(())
    }

    fn tell(&self, message: String) {
        self.news.tell(PageEvent::Recorder { message });
    }
}

const BUILDS: &str = "The recorder is being built. That is done once, and \
                      takes a minute or two; until then there are verdicts, \
                      but no figures of your own code.";
