//! The figure as a page holds it: drawing, knob, legend and steps in words,
//! and the data with which the viewer steps, scrubs and turns.

mod causes;
mod data;
mod reader;
mod told;

use std::fmt::Write as _;

pub use reader::reader;

use crate::data::{FigureData, FileData, KnobData};
use crate::escape;
use crate::steps::Step;
use crate::words::{self, time};
use crate::{Outcome, Recording, Runtime, legend};
use data::run_data;
use told::Told;

/// More steps than this do not stand in the page's text.
const MOST_STEPS: usize = 200;

pub struct FigureText<'a> {
    /// The element's id on the page, without the `fig-` prefix.
    pub id: &'a str,
    pub title: &'a str,
}

/// The `<figure>` of one recording. `source` is the example's text.
pub fn figure(
    recording: &Recording,
    source: &str,
    text: &FigureText<'_>,
) -> String {
    let told: Vec<Told<'_>> = recording.runs.iter().map(Told::of).collect();
    let default = recording.default_index();
    let Some(shown) = told.get(default) else {
        return String::new();
    };
    let id = escape(text.id);
    let ruler = told::ruler(&told);
    let drawing = shown.draw(&shown.frame(), &format!("tl-{id}-0"), text.title);

    let mut html = open(recording, text, &shown.summary());
    if let Some(knob) = &recording.knob {
        html.push_str(&knob_table(&knob.label, &told, default));
    }
    html.push_str(&region(text.title, &drawing.svg));
    html.push_str(&legend::legend(
        told.iter().map(|one| (one.run, &one.model)),
        |run| run == default,
    ));
    html.push_str(&step_list(&shown.steps, ""));
    let data = FigureData {
        example: recording.example.clone(),
        files: vec![Some(file(recording, source))],
        knob: recording.knob.as_ref().map(|knob| KnobData {
            name: knob.name.clone(),
            label: knob.label.clone(),
            default,
        }),
        stepped: None,
        runs: told
            .iter()
            .enumerate()
            .map(|(i, one)| run_data(one, i, i == default, &ruler, text))
            .collect(),
    };
    html + &script(&data) + "</figure>"
}

fn file(recording: &Recording, source: &str) -> FileData {
    FileData {
        path: recording.files.first().cloned().unwrap_or_default(),
        code: source.lines().map(str::to_owned).collect(),
    }
}

fn script(data: &FigureData) -> String {
    let json = serde_json::to_string(data).unwrap_or_default();
    // `</script>` in a string would end the element, and `<!--` its meaning.
    let json = json.replace('<', "\\u003c");
    format!(
        "<script type=\"application/json\" class=\"tl-data\">{json}</script>"
    )
}

/// Two recordings under each other on one ruler, with the texts of both
/// examples, which the viewer shows beside the steps.
pub fn compare(
    (above, source): (&Recording, &str),
    (below, other): (&Recording, &str),
    text: &FigureText<'_>,
) -> String {
    let (Some(a), Some(b)) = (above.default_run(), below.default_run()) else {
        return String::new();
    };
    let (first, second) = (conditions(above), conditions(below));
    let conditions = match first == second {
        true => first,
        false => format!("one {first}, one {second}"),
    };
    let told = [Told::of(a), Told::of(b)];
    let ruler = told::ruler(&told);
    let mut html = format!(
        "<figure class=\"tl tl-pair\" id=\"fig-{}\" \
         data-example=\"{} {}\"><figcaption>\
         <span class=\"tl-title\">{}</span> <span class=\"tl-sub\">\
         Two recordings {conditions}, on one ruler.</span></figcaption>",
        escape(text.id),
        escape(&above.example),
        escape(&below.example),
        escape(text.title),
    );
    let mut runs = Vec::new();
    for (i, (recording, one)) in
        [above, below].into_iter().zip(&told).enumerate()
    {
        let path = recording.files.first().map_or("", String::as_str);
        let id = format!("tl-{}-{i}", escape(text.id));
        let title = format!("{path}: {}", one.summary());
        let drawing = one.draw(&ruler, &id, &title);
        let _ = write!(
            html,
            "<p class=\"tl-sub tl-static\"><code>{}</code>: {}.</p>\
             {}{}",
            escape(path),
            one.summary(),
            region(&title, &drawing.svg),
            step_list(&one.steps, &format!(" of {path}"))
        );
        let mut run = run_data(one, i, false, &ruler, text);
        run.value = Some(path.to_owned());
        if i == 0 {
            run.ruler.svg = None;
        }
        runs.push(run);
    }
    let data = FigureData {
        example: above.example.clone(),
        files: vec![Some(file(above, source)), Some(file(below, other))],
        knob: None,
        stepped: None,
        runs,
    };
    let (one, other) = match (above.runtime, below.runtime) {
        (Runtime::Asyncio, Runtime::Tokio) => ("asyncio", "Tokio"),
        _ => ("Above", "Below"),
    };
    let _ = write!(
        html,
        "<p class=\"tl-difference tl-static\">{}</p>{}{}</figure>",
        escape(&parting(&told[0].steps, &told[1].steps, one, other)),
        legend::legend(told.iter().map(|one| (one.run, &one.model)), |_| true),
        script(&data)
    );
    html
}

/// Names the first step at which two runs part.
pub fn first_difference(above: &[Step], below: &[Step]) -> String {
    parting(above, below, "Above", "Below")
}

fn parting(above: &[Step], below: &[Step], one: &str, other: &str) -> String {
    let at = |steps: &[Step], i: usize| match steps.get(i) {
        Some(step) => format!("at {}: {}", time(step.t), step.text),
        None => "the run is over.".to_owned(),
    };
    let same = same_steps(above, below);
    if same == above.len() && same == below.len() {
        return "The two runs do the same.".to_owned();
    }
    format!(
        "They part at step {}. {one}, {} {other}, {}",
        same + 1,
        at(above, same),
        at(below, same)
    )
}

/// How many steps two runs have in common.
pub(crate) fn same_steps(above: &[Step], below: &[Step]) -> usize {
    let pairs = above.iter().zip(below);
    pairs.take_while(|(a, b)| key(a) == key(b)).count()
}

/// Line numbers, ` (line 21)` or ` (lines 21 to 23)`, differ between two
/// files: they do not count. Nor do the words in which asyncio says what Tokio
/// does too.
fn key(step: &Step) -> String {
    let text = without_lines(&step.text);
    format!("{} {}", step.t, words::asyncio::in_tokios_words(&text))
}

pub(crate) fn without_lines(text: &str) -> String {
    let mut rest = text;
    let mut text = String::new();
    while let Some((before, after)) = rest.split_once(" (line") {
        text.push_str(before);
        rest = after.split_once(')').map_or("", |(_, after)| after);
    }
    text + rest
}

fn open(recording: &Recording, text: &FigureText<'_>, sum: &str) -> String {
    let source = recording.files.first().map_or("", String::as_str);
    let ends = match recording.default_run().map(|run| run.outcome) {
        Some(Outcome::Deadlock) => ". It never ends: a deadlock",
        Some(Outcome::Panic) => ". It ends with a panic",
        Some(Outcome::Hung) => ". It was stopped: it kept its thread",
        Some(Outcome::Flood) => ". It was stopped: it had no end",
        Some(Outcome::Error) => ". It ends with an error",
        _ => "",
    };
    format!(
        "<figure class=\"tl\" id=\"fig-{}\" data-example=\"{}\"><figcaption>\
         <span class=\"tl-title\">{}</span> <span class=\"tl-sub\">Recorded \
         from <code>{}</code> {}: {sum}{ends}.</span></figcaption>",
        escape(text.id),
        escape(&recording.example),
        escape(text.title),
        escape(source),
        conditions(recording),
    )
}

/// What a figure holds for, in words: a run on the machine's clock, or on more
/// threads, may differ from it.
pub(crate) fn conditions(recording: &Recording) -> String {
    let clock = words::clock(recording.clock);
    match &recording.python {
        Some(_) => format!("on a {clock} clock, with asyncio"),
        None => format!(
            "on the {clock} clock, on one thread, with Tokio {} and the seed \
             “{}”",
            escape(&recording.tokio),
            escape(&recording.seed),
        ),
    }
}

fn region(title: &str, svg: &str) -> String {
    format!(
        "<div class=\"tl-scroll\" role=\"region\" tabindex=\"0\" \
         aria-label=\"Timeline: {}\">{svg}</div>",
        escape(title)
    )
}

fn knob_table(label: &str, told: &[Told<'_>], default: usize) -> String {
    let label = escape(label);
    let mut html = format!(
        "<table class=\"tl-knob\"><caption>{label}</caption><thead><tr>\
         <th scope=\"col\">{label}</th><th scope=\"col\">in all</th>\
         <th scope=\"col\">at once, at most</th></tr></thead><tbody>"
    );
    for (i, one) in told.iter().enumerate() {
        let shown = if i == default {
            " class=\"tl-shown\""
        } else {
            ""
        };
        let _ = write!(
            html,
            "<tr data-run=\"{i}\"{shown}><th scope=\"row\">{}</th>\
             <td>{}</td><td>{}</td></tr>",
            escape(&value_words(one.run.value.as_deref().unwrap_or(""))),
            time(one.run.end),
            one.model.peak(one.run)
        );
    }
    html + "</tbody></table>"
}

/// A run's value of the knob, as the page shows it.
pub fn value_of(run: &crate::Run) -> String {
    value_words(run.value.as_deref().unwrap_or_default())
}

/// A knob's value as the page shows it: a string without its quotes.
fn value_words(value: &str) -> String {
    value.trim_matches('"').replace('_', " ")
}

/// `of` names the run where a figure has two.
fn step_list(steps: &[Step], of: &str) -> String {
    let mut html = format!(
        "<details class=\"tl-all\"><summary>All {} steps{} in words\
         </summary><ol class=\"tl-steps\">",
        steps.len(),
        escape(of)
    );
    for step in steps.iter().take(MOST_STEPS) {
        let _ = write!(
            html,
            "<li><span class=\"tl-t\">{}</span> {}</li>",
            time(step.t),
            escape(&step.text)
        );
    }
    html.push_str("</ol>");
    if steps.len() > MOST_STEPS {
        let _ =
            write!(html, "<p>and {} more steps.</p>", steps.len() - MOST_STEPS);
    }
    html + "</details>"
}
