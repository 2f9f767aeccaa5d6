//! Each step of a figure shows: in the drawing, and at a line of the code or
//! in a word that says why there is none. Measured on what is committed.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use serde_json::Value;
use timeline::Recording;
use timeline::html::{FigureText, figure};
use timeline::steps::steps;
use timeline::story::story;

fn recordings() -> Vec<Recording> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../recordings");
    let mut all = Vec::new();
    for entry in fs::read_dir(root).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        if name.ends_with(".json") && !name.contains(".schema.") {
            let text = fs::read_to_string(&path).unwrap();
            all.push(Recording::from_json(&text).unwrap());
        }
    }
    assert!(all.len() > 10);
    all
}

/// The figure's data, as the page holds it.
fn data(recording: &Recording) -> Value {
    let text = FigureText {
        id: "one",
        title: "One",
    };
    let html = figure(recording, "", &text);
    let data = html.split("class=\"tl-data\">").nth(1).unwrap();
    let data = data.split("</script>").next().unwrap();
    serde_json::from_str(data).unwrap()
}

/// The examples that are drawn on a page.
fn drawn() -> BTreeSet<String> {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../src");
    let mut names = BTreeSet::new();
    for entry in fs::read_dir(src).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_some_and(|end| end == "md") {
            let text = fs::read_to_string(&path).unwrap();
            for part in text.split("(figures/").skip(1) {
                let (found, _) = part.split_once(".svg").unwrap();
                names.extend(found.split('+').map(str::to_owned));
            }
        }
    }
    assert!(names.len() > 10);
    names
}

/// A playhead that moves by less than this is not seen to move.
const SEEN: f64 = 1.5;

#[test]
fn nearly_every_step_changes_what_is_seen() {
    let (mut all, mut seen, mut with_line) = (0, 0, 0);
    let drawn = drawn();
    let on_a_page = |one: &Recording| drawn.contains(&one.example);
    for recording in recordings().into_iter().filter(on_a_page) {
        let before = (all, seen);
        for run in data(&recording)["runs"].as_array().unwrap() {
            let steps = run["steps"].as_array().unwrap();
            let xs = run["alone"]["x"].as_array().unwrap();
            let xs: Vec<f64> = xs.iter().map(|x| x.as_f64().unwrap()).collect();
            for (i, step) in steps.iter().enumerate() {
                all += 1;
                let before = i.checked_sub(1).map(|i| xs[i]);
                let moves = before.is_none_or(|before| xs[i] - before >= SEEN);
                let row = !step["rows"].as_array().unwrap().is_empty();
                seen += usize::from(moves && row);
                with_line += usize::from(step["line"].is_u64());
                assert!(
                    step["line"].is_u64() != step["why"].is_string(),
                    "{}: {}",
                    recording.example,
                    step["text"]
                );
            }
        }
        let hidden = (all - before.0) - (seen - before.1);
        if hidden > 0 {
            println!("{}: {hidden} do not show", recording.example);
        }
    }
    println!("{seen} of {all} steps show, {with_line} have a line");
    assert!(seen * 100 >= all * 95, "{seen} of {all}");
}

#[test]
fn each_step_belongs_to_one_part_of_the_story() {
    for recording in recordings() {
        for run in &recording.runs {
            let steps = steps(run);
            let mut next = 0;
            for part in story(run, &steps) {
                assert_eq!(part.from, next, "{}", recording.example);
                assert!(part.to > part.from, "{}", recording.example);
                assert!(part.text.ends_with(['.', '!', '?']), "{}", part.text);
                let at = |step: usize| steps[step].t;
                assert_eq!(at(part.from), at(part.to - 1), "{}", part.text);
                next = part.to;
            }
            assert_eq!(next, steps.len(), "{}", recording.example);
        }
    }
}

#[test]
fn what_an_instant_does_to_several_lanes_is_one_part() {
    let all = recordings();
    let one = all.iter().find(|one| one.example == "semaphore").unwrap();
    let run = one.default_run().unwrap();
    let parts = story(run, &steps(run));
    assert!(parts.len() <= 14, "{}", parts.len());
    let waits = "each of download 3 to 6 begins and waits for a permit.";
    let found = parts.iter().find(|part| part.text == waits).unwrap();
    assert_eq!(found.to - found.from, 8);
}

/// A row is at each step in the state that its events tell.
#[test]
fn the_column_of_states_follows_the_steps() {
    let all = recordings();
    let one = all.iter().find(|one| one.example == "semaphore").unwrap();
    let data = data(one);
    let run = &data["runs"][1];
    let word = |row: usize, step: usize| {
        let changes = run["states"][row].as_array().unwrap();
        let changes = changes.iter().map(|n| n.as_u64().unwrap() as usize);
        let changes: Vec<usize> = changes.collect();
        let last = changes.chunks(2).rev().find(|c| c[0] <= step);
        last.map(|c| run["words"][c[1]][0].as_str().unwrap().to_owned())
    };
    let at = |part: &str| {
        let steps = run["steps"].as_array().unwrap();
        let has = |step: &Value| step["text"].as_str().unwrap().contains(part);
        steps.iter().position(has).unwrap()
    };
    let waits = at("download 3 waits for a permit");
    assert_eq!(word(1, 0), None);
    assert_eq!(word(1, waits).as_deref(), Some("sleeps"));
    assert_eq!(word(3, waits).as_deref(), Some("waits: permit"));
    assert_eq!(word(4, waits).as_deref(), Some("ready"));
    assert_eq!(word(6, usize::MAX).as_deref(), Some("done"));
}

/// From any step the way back is short, and ends.
#[test]
fn each_step_has_its_causes() {
    let drawn = drawn();
    let on_a_page = |one: &Recording| drawn.contains(&one.example);
    for recording in recordings().into_iter().filter(on_a_page) {
        for run in data(&recording)["runs"].as_array().unwrap() {
            let steps = run["steps"].as_array().unwrap();
            let links = run["why"]["links"].as_array().unwrap();
            let of = run["why"]["of"].as_array().unwrap();
            assert_eq!(of.len(), steps.len(), "{}", recording.example);
            for (step, first) in of.iter().enumerate() {
                let mut at = first.as_u64().map(|n| n as usize);
                let first = &links[at.unwrap()];
                assert_eq!(first["step"], step, "{}", recording.example);
                let mut seen = 0;
                while let Some(link) = at.map(|at| &links[at]) {
                    seen += 1;
                    assert!(seen < 300, "{}: {step}", recording.example);
                    assert!(!link["text"].as_str().unwrap().is_empty());
                    at = link["next"].as_u64().map(|n| n as usize);
                }
            }
        }
    }
}

/// The end of a run that hangs leads in five presses to what began it.
#[test]
fn a_deadlock_names_its_circle() {
    let all = recordings();
    let one = all
        .iter()
        .find(|one| one.example == "philosophers")
        .unwrap();
    let data = data(one);
    let run = &data["runs"][0];
    let blocked = run["why"]["blocked"].as_array().unwrap();
    for one in blocked {
        println!("{one}");
    }
    let circle = blocked.iter().find(|one| {
        one["end"]
            .as_str()
            .is_some_and(|end| end.contains("circle"))
    });
    let links = circle.unwrap()["links"].as_array().unwrap();
    assert!((2..=5).contains(&links.len()), "{links:#?}");
}
