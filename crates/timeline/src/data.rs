//! What the viewer needs, as JSON in the page. Its TypeScript types are
//! generated from these.

use serde::Serialize;
#[cfg(test)]
use ts_rs::TS;

/// A figure.
#[derive(Serialize)]
#[cfg_attr(test, derive(TS))]
pub struct FigureData {
    pub example: String,
    /// The files to show, each for one run, or one for all. A run whose file
    /// is not to be seen has none.
    pub files: Vec<Option<FileData>>,
    pub knob: Option<KnobData>,
    /// The run to which the code belongs, and that is stepped through, where
    /// that is not the first.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional))]
    pub stepped: Option<usize>,
    pub runs: Vec<RunData>,
}

#[derive(Serialize)]
#[cfg_attr(test, derive(TS))]
pub struct FileData {
    /// The path, relative to the repository.
    pub path: String,
    pub code: Vec<String>,
}

#[derive(Serialize)]
#[cfg_attr(test, derive(TS))]
pub struct KnobData {
    pub name: String,
    pub label: String,
    /// The run that the example's file gives.
    pub default: usize,
}

#[derive(Serialize)]
#[cfg_attr(test, derive(TS))]
pub struct RunData {
    pub value: Option<String>,
    /// The whole time: `150 ms`.
    pub total: String,
    /// The most lanes under way at once.
    pub peak: usize,
    pub steps: Vec<StepData>,
    /// The parts of the story: the last step of each, and its words.
    pub story: Vec<(usize, String)>,
    /// The words for what a row does, each with the class of its color.
    pub words: Vec<(String, String)>,
    /// For each row: step and word, step and word, as they change.
    pub states: Vec<Vec<usize>>,
    pub why: WhyData,
    /// By itself.
    pub alone: DrawingData,
    /// By itself, on a phone.
    pub phone: DrawingData,
    /// Drawn on one ruler with the figure's other runs.
    pub ruler: DrawingData,
}

/// What led to each step, and what stands in the way of who waits.
#[derive(Default, Serialize)]
#[cfg_attr(test, derive(TS))]
pub struct WhyData {
    pub links: Vec<LinkData>,
    /// The link with which each step's chain begins; empty where causes are
    /// left out.
    pub of: Vec<usize>,
    pub blocked: Vec<BlockedData>,
}

/// Something that happened, and the link of what led to it.
#[derive(Serialize)]
#[cfg_attr(test, derive(TS))]
pub struct LinkData {
    pub step: usize,
    pub text: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional))]
    pub next: Option<usize>,
}

/// Why a row does not go on, from a step on.
#[derive(Serialize)]
#[cfg_attr(test, derive(TS))]
pub struct BlockedData {
    pub row: usize,
    pub from: usize,
    /// Steps, and what they have to do with it.
    pub links: Vec<(usize, String)>,
    /// How the chain ends.
    pub end: &'static str,
}

#[derive(Serialize)]
#[cfg_attr(test, derive(TS))]
pub struct DrawingData {
    /// Two `<svg>` elements; `null` where they stand in the page already.
    pub svg: Option<String>,
    /// Where each step stands in the plot, in SVG units.
    pub x: Vec<f64>,
    pub width: f64,
    pub height: f64,
    pub top: f64,
    pub bottom: f64,
    /// Where the first row begins, and how high each is.
    pub first: f64,
    pub row: f64,
}

#[derive(Serialize)]
#[cfg_attr(test, derive(TS))]
pub struct StepData {
    /// The time: `50 ms`.
    pub t: String,
    pub text: String,
    /// Equal in two runs where the same happens at the same time.
    pub key: String,
    /// The source line that the step is about.
    pub line: Option<u32>,
    /// Why there is no such line.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional))]
    pub why: Option<&'static str>,
    /// The rows to which it happens.
    pub rows: Vec<usize>,
    /// What it prints.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional))]
    pub out: Option<String>,
    /// Lines where lanes stop after this step: who waits there, for what.
    pub lines: Vec<(u32, String)>,
}
