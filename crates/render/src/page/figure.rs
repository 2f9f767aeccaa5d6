//! Figures: a recorded run, or two on one ruler.

use super::{Writer, go::Shown};
use crate::{excerpt, problem::Fault};
use sha2::{Digest, Sha256};
use std::{
    collections::HashMap,
    sync::{Arc, LazyLock, Mutex},
};
use timeline::{Recording, html::FigureText};

/// A figure, with all that it was made from.
struct Drawn {
    title: String,
    /// The recording and the example's file, for each run.
    inputs: Vec<(String, String)>,
    html: String,
    /// What a sentence can ask it to show.
    shown: Shown,
    /// When something happened, in microseconds.
    times: Vec<u64>,
    /// The examples whose files are not what was recorded.
    stale: Vec<String>,
}

/// What this process has drawn, by chapter and figure. A server builds the
/// book again for each saved chapter, and the figures took a third of the
/// time.
static DRAWN: LazyLock<Mutex<HashMap<String, Arc<Drawn>>>> =
    LazyLock::new(Mutex::default);

impl Writer<'_> {
    /// An image of `figures/` becomes the figure of the recording; other
    /// images stay.
    pub fn image(
        &mut self,
        title: &str,
        path: &str,
    ) -> Option<Result<String, Fault>> {
        let names = path.strip_prefix("figures/")?.strip_suffix(".svg")?;
        Some(self.figure(title, names, path))
    }

    fn figure(
        &mut self,
        title: &str,
        names: &str,
        path: &str,
    ) -> Result<String, Fault> {
        if title.trim().is_empty() {
            return Err(Fault::new(
                "a figure without a title",
                "write it between the brackets: `![Six downloads](...)`",
            ));
        }
        let id = names.replace('+', "-and-").replace(['/', '.'], "-");
        if !self.names.insert(format!("figure {id}")) {
            return Err(Fault::new(
                format!("the figure `{names}` stands on this page twice"),
                "refer to the first one with a link to `#fig-NAME`",
            ));
        }
        if !self.library.root.join("src").join(path).is_file() {
            self.warn(Fault::new(
                format!("there is no src/{path} for plain mdBook"),
                "make it: `cargo book record`",
            ));
        }
        let examples: Vec<&str> = names.split('+').collect();
        let mut inputs = Vec::new();
        for example in &examples {
            let recording = format!("recordings/{example}.json");
            let source = source(example);
            inputs.push((
                self.library.read(&recording)?,
                self.library.read(&source)?,
            ));
        }
        for (_, source) in &inputs {
            self.evidence.add_code(&excerpt::whole(source));
        }
        let drawn = self.drawn(&id, title, &examples, inputs)?;
        self.evidence.add_times(&drawn.times);
        self.figures.insert(id, drawn.shown.clone());
        for example in &drawn.stale {
            self.warn(Fault::new(
                format!(
                    "{} has changed since it was recorded",
                    source(example)
                ),
                remedy(example),
            ));
        }
        Ok(self.slot(drawn.html.clone()))
    }

    /// Draws, unless the same was drawn before.
    fn drawn(
        &self,
        id: &str,
        title: &str,
        examples: &[&str],
        inputs: Vec<(String, String)>,
    ) -> Result<Arc<Drawn>, Fault> {
        let key = format!("{}#{id}", self.file);
        let known = lock().get(&key).cloned();
        let same =
            |drawn: &Arc<Drawn>| drawn.inputs == inputs && drawn.title == title;
        if let Some(drawn) = known.filter(same) {
            return Ok(drawn);
        }
        let drawn = Arc::new(draw(id, title, examples, inputs)?);
        lock().insert(key, drawn.clone());
        Ok(drawn)
    }
}

fn lock() -> std::sync::MutexGuard<'static, HashMap<String, Arc<Drawn>>> {
    // A map of finished figures is whole even after a panic elsewhere.
    DRAWN
        .lock()
        .unwrap_or_else(|poisoned| poisoned.into_inner())
}

fn draw(
    id: &str,
    title: &str,
    examples: &[&str],
    inputs: Vec<(String, String)>,
) -> Result<Drawn, Fault> {
    let mut recordings = Vec::new();
    let mut stale = Vec::new();
    for (example, (json, source)) in examples.iter().zip(&inputs) {
        let recording = Recording::from_json(json).map_err(|error| {
            Fault::new(
                format!("recordings/{example}.json: {error}"),
                format!("record it again: {}", remedy(example)),
            )
        })?;
        if recording.sha256 != sha256(source) {
            stale.push((*example).to_owned());
        }
        recordings.push(recording);
    }
    let text = FigureText { id, title };
    // Steps name lines of the file by number.
    let source = |i: usize| {
        let (_, source) = &inputs[i];
        excerpt::blanked(source)
    };
    let html = match &recordings[..] {
        [one] => timeline::html::figure(one, &source(0), &text),
        [above, below] => timeline::html::compare(
            (above, &source(0)),
            (below, &source(1)),
            &text,
        ),
        _ => {
            return Err(Fault::new(
                format!("`{}` compares more than two runs", examples.join("+")),
                "make it two figures",
            ));
        }
    };
    let runs = recordings.iter().flat_map(|recording| &recording.runs);
    let times = runs.flat_map(|run| {
        run.events.iter().map(|event| event.t).chain([run.end])
    });
    let times = times.collect();
    let shown = shown(&recordings);
    Ok(Drawn {
        title: title.to_owned(),
        html,
        shown,
        times,
        stale,
        inputs,
    })
}

fn shown(recordings: &[Recording]) -> Shown {
    let said = |run| {
        let steps = timeline::steps::steps(run);
        steps.into_iter().map(|step| step.text).collect()
    };
    match recordings {
        [one] => Shown {
            label: one.knob.as_ref().map_or("run", |knob| &knob.label).into(),
            default: one.default_index(),
            runs: one
                .runs
                .iter()
                .map(|run| (timeline::html::value_of(run), said(run)))
                .collect(),
        },
        several => Shown {
            label: "run".to_owned(),
            default: 0,
            runs: several
                .iter()
                .filter_map(|one| {
                    let path = one.files.first()?.clone();
                    Some((path, said(one.default_run()?)))
                })
                .collect(),
        },
    }
}

/// The file of an example, or of its twin: `semaphore`, `semaphore.py`.
fn source(example: &str) -> String {
    match example.ends_with(".py") {
        true => format!("examples/{example}"),
        false => format!("examples/{example}.rs"),
    }
}

fn remedy(example: &str) -> String {
    let name = example.trim_end_matches(".py");
    format!("`cargo book record {name}`")
}

fn sha256(text: &str) -> String {
    let hash = Sha256::digest(text.as_bytes());
    hash.iter().map(|byte| format!("{byte:02x}")).collect()
}
