//! What the viewer is given of a run.

use std::collections::BTreeMap;

use super::causes::why_data;
use super::told::Told;
use super::{FigureText, key, value_words};
use crate::data::{DrawingData, RunData, StepData};
use crate::draw::{self, Drawing, Frame, Size};
use crate::escape;
use crate::states::states;
use crate::steps::Step;
use crate::story::story;
use crate::words::time;
use crate::{By, EventKind, Run, rows};

/// `shown`: its drawing stands in the page already.
pub fn run_data(
    told: &Told<'_>,
    i: usize,
    shown: bool,
    ruler: &Frame,
    text: &FigureText<'_>,
) -> RunData {
    let Told { run, model, steps } = told;
    let id = |axis: &str| format!("tl-{}-{i}{axis}", escape(text.id));
    let title = match &run.value {
        Some(value) => format!("{}: {}", text.title, value_words(value)),
        None => text.title.to_owned(),
    };
    let frame = told.frame();
    let phone = frame.clone().sized(Size::Phone);
    let mut alone = drawing_data(told.draw(&frame, &id("t"), &title));
    if shown {
        alone.svg = None;
    }
    let drawn = draw::shown_rows(run).0;
    let mut words = Vec::new();
    let changes = states(run, model, steps, &drawn);
    let changes = changes.into_iter().map(|changes| {
        let flat = changes.into_iter().flat_map(|(step, word)| {
            let word = (word.text, word.class.to_owned());
            let known = words.iter().position(|one| *one == word);
            let place = known.unwrap_or(words.len());
            if known.is_none() {
                words.push(word);
            }
            [step, place]
        });
        flat.collect()
    });
    RunData {
        states: changes.collect(),
        words,
        value: run.value.as_deref().map(value_words),
        total: time(run.end),
        peak: model.peak(run),
        steps: step_data(run, steps, &drawn),
        story: story(run, steps)
            .into_iter()
            .map(|part| (part.to - 1, part.text))
            .collect(),
        why: why_data(told, &drawn),
        alone,
        phone: drawing_data(told.draw(&phone, &id("p"), &title)),
        ruler: drawing_data(told.draw(ruler, &id("r"), &title)),
    }
}

fn drawing_data(drawing: Drawing) -> DrawingData {
    let Drawing {
        svg,
        x,
        width,
        height,
        top,
        bottom,
        first,
    } = drawing;
    let x = x.iter().map(|x| (x * 10.0).round() / 10.0).collect();
    DrawingData {
        svg: Some(svg),
        x,
        width,
        height,
        top,
        bottom,
        first,
        row: draw::ROW,
    }
}

fn step_data(
    run: &Run,
    steps: &[Step],
    drawn: &[(u32, usize)],
) -> Vec<StepData> {
    let row_of = rows::row_of(run);
    let places: BTreeMap<u32, usize> =
        (0..).zip(drawn).map(|(i, (lane, _))| (*lane, i)).collect();
    let row = |lane: u32| {
        let leads = row_of.get(lane as usize)?;
        places.get(leads).copied()
    };
    let data = steps.iter().map(|step| {
        let events = run.events.get(step.from..step.to).unwrap_or_default();
        let mut rows: Vec<usize> = Vec::new();
        let mut out: Vec<&str> = Vec::new();
        for event in events {
            event.kind.each_lane(&mut |lane| rows.extend(row(lane)));
            if let EventKind::Out { text, .. } = &event.kind {
                out.push(text.trim_end_matches('\n'));
            }
        }
        rows.sort_unstable();
        rows.dedup();
        StepData {
            t: time(step.t),
            text: step.text.clone(),
            key: key(step),
            line: step.line,
            why: match step.line {
                Some(_) => None,
                None => events.first().map(|event| no_line(&event.kind)),
            },
            rows,
            out: (!out.is_empty()).then(|| out.join("\n")),
            lines: step.there.clone(),
        }
    });
    data.collect()
}

/// Why no line of the file is the one where it happens.
fn no_line(kind: &EventKind) -> &'static str {
    match kind {
        EventKind::Wake { by: By::Timer, .. } => "no line runs: the timer acts",
        EventKind::Wake { .. } => "no line runs: the runtime acts",
        EventKind::Poll { .. } => "it begins: no line has run yet",
        EventKind::End { .. } => "its body is over: no line runs",
        EventKind::Enter { .. } | EventKind::Leave { .. } => {
            "no line of this file: inside of the service"
        }
        _ => "no line of this file: inside of Tokio",
    }
}
