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
    /// The path of the source, relative to the repository.
    pub source: String,
    /// The source's lines.
    pub code: Vec<String>,
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
    pub time: DrawingData,
    pub steps_axis: DrawingData,
    /// Drawn to one scale with the figure's other runs.
    pub ruler: DrawingData,
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
    /// Lines where lanes stop after this step: who waits there, for what.
    pub lines: Vec<(u32, String)>,
}
