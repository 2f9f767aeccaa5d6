//! A run, read once, and the ruler on which several runs are drawn.

use crate::Run;
use crate::draw::{self, Drawing, Frame};
use crate::model::Model;
use crate::steps::{Step, steps};
use crate::words::time;

/// A run with everything that is read from it once.
pub struct Told<'a> {
    pub run: &'a Run,
    pub model: Model,
    pub steps: Vec<Step>,
}

impl<'a> Told<'a> {
    pub fn of(run: &'a Run) -> Self {
        Self {
            run,
            model: Model::new(run),
            steps: steps(run),
        }
    }

    pub fn frame(&self) -> Frame {
        Frame::of(self.run, &self.model, &self.steps)
    }

    pub fn draw(&self, frame: &Frame, id: &str, title: &str) -> Drawing {
        let Self { run, model, steps } = self;
        draw::draw(run, model, steps, frame, id, title)
    }

    pub fn summary(&self) -> String {
        let total = time(self.run.end);
        match self.model.peak(self.run) {
            0 => format!("{total} in all"),
            1 => format!("{total} in all, never more than one at once"),
            peak => {
                format!("{total} in all, never more than {peak} at once")
            }
        }
    }
}

/// What the runs of one figure have in common where they are compared.
pub fn ruler(told: &[Told<'_>]) -> Frame {
    let frames = told.iter().map(Told::frame);
    let ruler = frames.reduce(|all, one| all.with(&one));
    ruler.unwrap_or_default()
}
