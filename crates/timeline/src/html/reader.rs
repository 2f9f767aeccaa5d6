//! The figure of the reader's own run: beneath the expected one, on one ruler.

use std::fmt::Write as _;

use super::told::{Told, ruler};
use super::{FigureText, data::run_data, region, script, step_list};
use crate::data::FigureData;
use crate::escape;
use crate::steps::Step;
use crate::{Note, Outcome, Recording, Run, difference, legend};

/// A figure is not larger than this, in bytes, whatever the program did.
const LARGEST: usize = 280 * 1024;
/// More events are never drawn; fewer, where these are too large.
const MOST_EVENTS: usize = 1600;
const FEWEST_EVENTS: usize = 50;

/// The `<figure>` of the reader's run, with the expected run above it, if
/// there is one. `source` is the reader's text. A run that is too large is
/// drawn up to a point, and the figure says so.
pub fn reader(
    expected: Option<&Run>,
    yours: &Recording,
    source: &str,
    text: &FigureText<'_>,
) -> String {
    let Some(run) = yours.default_run() else {
        return String::new();
    };
    let parted = expected.and_then(|one| difference::sentence(one, run));
    let mut most = MOST_EVENTS;
    loop {
        let expected = expected.map(|one| Part::of(one, most));
        let run = Part::of(run, most);
        let html = draw(
            expected.as_ref(),
            &run,
            parted.as_deref(),
            (yours, source, text),
        );
        if html.len() <= LARGEST || most <= FEWEST_EVENTS {
            return html;
        }
        most /= 2;
    }
}

/// As much of a run as is drawn.
struct Part {
    run: Run,
    /// How many events the whole run has, if that is more.
    all: Option<usize>,
}

impl Part {
    fn of(whole: &Run, most: usize) -> Self {
        let mut run = whole.clone();
        if run.events.len() <= most {
            return Self { run, all: None };
        }
        let all = Some(run.events.len());
        run.events.truncate(most);
        run.end = run.events.last().map_or(0, |event| event.t);
        // Lanes that came later are not drawn either.
        let mut last = 0;
        for event in &run.events {
            event.kind.each_lane(&mut |lane| last = last.max(lane));
        }
        let lanes = &run.lanes;
        let mut kept = usize::try_from(last).unwrap_or(0) + 1;
        // A lane may lie inside of one that came later.
        loop {
            let inside = lanes.iter().take(kept).filter_map(|lane| lane.parent);
            let needed = inside.max().map_or(0, |parent| parent as usize + 1);
            if needed <= kept {
                break;
            }
            kept = needed;
        }
        run.lanes.truncate(kept);
        Self { run, all }
    }

    fn note(&self, whose: &str) -> Option<String> {
        let all = self.all?;
        Some(format!(
            "Of {whose} run only the first {} of {all} events are drawn.",
            self.run.events.len()
        ))
    }
}

fn draw(
    expected: Option<&Part>,
    yours: &Part,
    parted: Option<&str>,
    (recording, source, text): (&Recording, &str, &FigureText<'_>),
) -> String {
    let id = escape(text.id);
    let parts: Vec<(&str, &Part)> = expected
        .map(|part| ("Expected", part))
        .into_iter()
        .chain([("Yours", yours)])
        .collect();
    let mut told: Vec<Told<'_>> =
        parts.iter().map(|(_, part)| Told::of(&part.run)).collect();
    if let ([expected, _], true) = (&mut told[..], expected.is_some()) {
        // Its lines are those of another file.
        expected.steps.iter_mut().for_each(forget_lines);
    }
    let ruler = ruler(&told);
    let pair = match expected {
        Some(_) => " tl-pair",
        None => "",
    };
    let mut html = format!(
        "<figure class=\"tl tl-yours{pair}\" id=\"fig-{id}\">\
         <figcaption><span class=\"tl-title\">{}</span> \
         <span class=\"tl-sub\">{}</span></figcaption>",
        escape(text.title),
        caption(recording, expected.is_some(), yours),
    );
    let notes = [
        expected.and_then(|part| part.note("the expected")),
        yours.note("your"),
        recording.default_run().and_then(fewer_probes),
    ];
    for note in notes.into_iter().flatten() {
        let _ = write!(html, "<p class=\"tl-sub tl-cut\">{note}</p>");
    }
    if let Some(parted) = parted {
        let _ = write!(
            html,
            "<p class=\"tl-difference tl-parted\">{}</p>",
            escape(parted)
        );
    }
    let mut runs = Vec::new();
    for (i, ((name, _), one)) in parts.iter().zip(&told).enumerate() {
        let title = format!("{name}: {}", one.summary());
        let drawing = one.draw(&ruler, &format!("tl-{id}-{i}"), &title);
        let _ = write!(
            html,
            "<p class=\"tl-sub tl-static\"><strong>{name}</strong>: {}.</p>\
             {}{}",
            one.summary(),
            region(&title, &drawing.svg),
            step_list(&one.steps, &format!(" ({})", name.to_lowercase()))
        );
        let mut run = run_data(one, i, false, &ruler, text);
        run.value = Some((*name).to_owned());
        if i == 0 {
            run.ruler.svg = None;
        }
        runs.push(run);
    }
    // The expected run is of an answer: its text is not shown.
    let mut files = vec![Some(super::file(recording, source))];
    if runs.len() > 1 {
        files.insert(0, None);
    }
    let data = FigureData {
        example: recording.example.clone(),
        files,
        knob: None,
        stepped: Some(runs.len() - 1),
        runs,
    };
    html.push_str(&legend::legend(
        told.iter().map(|one| (one.run, &one.model)),
        |_| true,
    ));
    html + &script(&data) + "</figure>"
}

fn caption(recording: &Recording, compared: bool, yours: &Part) -> String {
    let path = recording.files.first().map_or("", String::as_str);
    let how = match compared {
        true => "above, the expected run, and below, yours, on one ruler",
        false => "your run",
    };
    let ends = match yours.run.outcome {
        Outcome::Ok => "",
        Outcome::Error => " It ends with an error.",
        Outcome::Panic => " It ends with a panic.",
        Outcome::Deadlock => " It never ends: a deadlock.",
        Outcome::Waiting => {
            " It was stopped: it waits for something from outside, which may \
             still come."
        }
        Outcome::Hung => {
            " It was stopped: it kept the thread to itself, and nothing else \
             could run."
        }
        Outcome::Flood => {
            " It was stopped: it has no end, or takes more than its share."
        }
    };
    format!(
        "Recorded from <code>{}</code> {}: {how}.{ends}",
        escape(path),
        super::conditions(recording)
    )
}

fn forget_lines(step: &mut Step) {
    step.line = None;
    step.there.clear();
    step.text = super::without_lines(&step.text);
}

/// Of which lines the figure tells less than of others.
fn fewer_probes(run: &Run) -> Option<String> {
    let lines = run.notes.iter().find_map(|note| match note {
        Note::FewerProbes { sites } => Some(sites),
        _ => None,
    })?;
    let lines: Vec<String> = lines
        .iter()
        .filter_map(|site| run.sites.get(*site as usize))
        .map(|site| site.line.to_string())
        .collect();
    let (last, rest) = lines.split_last()?;
    let lines = match rest {
        [] => format!("line {last}"),
        rest => format!("lines {} and {last}", rest.join(", ")),
    };
    Some(format!(
        "Recorded with fewer probes: what the recorder puts around the calls \
         of {lines} does not compile there, so their values and names are not \
         told."
    ))
}
