//! What holds for every figure, tried on the committed recordings.

use std::fs;
use std::path::{Path, PathBuf};

use timeline::html::{FigureText, compare, figure, first_difference};
use timeline::model::Model;
use timeline::rows::{row_of, rows};
use timeline::steps::steps;
use timeline::{
    Event, EventKind, FormatError, Lane, LaneKind, Made, Recording, Run,
    WaitFor, draw,
};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn recordings() -> Vec<Recording> {
    let mut found = Vec::new();
    for entry in fs::read_dir(root().join("recordings")).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        if name.ends_with(".json") && !name.contains(".schema.") {
            let text = fs::read_to_string(&path).unwrap();
            found.push(Recording::from_json(&text).unwrap());
        }
    }
    assert!(found.len() > 10);
    found
}

fn recorded(name: &str) -> Recording {
    recordings()
        .into_iter()
        .find(|one| one.example == name)
        .unwrap()
}

#[test]
fn another_version_and_another_format_are_refused_with_a_remedy() {
    let text = recorded("semaphore").to_json();
    let other = text.replacen("\"version\": 2", "\"version\": 7", 1);
    let error = Recording::from_json(&other).unwrap_err();
    assert!(matches!(error, FormatError::Version(7, _)));
    assert!(error.to_string().contains("cargo book record"), "{error}");
    let other = text.replacen("async-timeline", "flame-graph", 1);
    let error = Recording::from_json(&other).unwrap_err();
    assert!(error.to_string().contains("flame-graph"), "{error}");
    let error = Recording::from_json("{").unwrap_err();
    assert!(matches!(error, FormatError::Json(_)));
}

#[test]
fn every_event_belongs_to_one_step_and_steps_have_words() {
    for recording in recordings() {
        for run in &recording.runs {
            let steps = steps(run);
            let mut next = 0;
            for step in &steps {
                assert_eq!(step.from, next, "{}", recording.example);
                assert!(step.text.len() > 8, "{:?}", step.text);
                assert!(step.text.ends_with(['.', '!', '?']));
                next = step.to;
            }
            assert_eq!(next, run.events.len(), "{}", recording.example);
        }
    }
}

#[test]
fn the_semaphore_is_told_in_the_words_of_the_runtime() {
    let recording = recorded("semaphore");
    let steps = steps(recording.default_run().unwrap());
    let texts: Vec<&str> = steps.iter().map(|step| &*step.text).collect();
    let has = |part: &str| texts.iter().any(|text| text.contains(part));
    assert!(has("main spawns download 1 to 6"), "{texts:#?}");
    assert!(has("begins to run, and it gets a permit"));
    assert!(has("download 3 waits for a permit"));
    assert!(has("download 1 gives a permit back"));
    assert!(has("It goes to download 3, which is woken."));
    assert!(has(
        "Time is 50 ms: the timer wakes download 1 and download 2."
    ));
    assert!(has("download 1 is done; main is woken."));
}

#[test]
fn a_sentence_names_the_line_of_each_that_it_tells_of() {
    let first = |example: &str, part: &str| {
        let recording = recorded(example);
        let steps = steps(recording.default_run().unwrap());
        let found = steps.iter().find(|step| step.text.contains(part));
        found.map(|step| step.text.clone()).unwrap_or_default()
    };
    assert_eq!(
        first("lazy", "main calls"),
        "main calls work a and work b (lines 21 and 22): the futures exist, \
         nobody has polled them."
    );
    assert!(
        first("join", "main calls").contains("download c (lines 21 to 23)")
    );
    assert!(first("semaphore", "main spawns").contains("6 (line 32)"));
}

#[test]
fn a_lane_does_not_still_wait_for_another_future() {
    let recording = recorded("sequential");
    let steps = steps(recording.default_run().unwrap());
    let waits = |name: &str| {
        let text = format!("main waits for download {name} (line 22).");
        steps.iter().filter(|step| step.text == text).count()
    };
    assert_eq!(["a", "b", "c"].map(waits), [1, 1, 1]);
}

#[test]
fn a_deadline_is_the_cause_of_a_poll_only_when_it_has_come() {
    let recording = recorded("forgot_drop");
    let steps = steps(recording.default_run().unwrap());
    let main_polled: Vec<_> = steps
        .iter()
        .filter(|step| step.text.starts_with("main is polled"))
        .map(|step| (step.t, &*step.text))
        .collect();
    assert_eq!(
        main_polled,
        [
            (0, "main is polled: kept by its maker was woken."),
            (1_000_000, "main is polled: its deadline has come."),
            (2_000_000, "main is polled: its deadline has come."),
        ]
    );
}

#[test]
fn a_value_that_cannot_be_shown_is_told_as_it_is_written() {
    let recording = recorded("queue_join");
    let steps = steps(recording.default_run().unwrap());
    let told = |text: &str| steps.iter().any(|step| step.text.contains(text));
    assert!(told("main gets a slot in tx and sends Job (line "));
}

#[test]
fn a_slot_that_somebody_waits_for_never_becomes_free() {
    let recording = recorded("bounded_queue");
    let steps = steps(recording.default_run().unwrap());
    let taken = |value: &str| {
        let mut texts = steps.iter().map(|step| &*step.text);
        texts.find(|text| text.contains(&format!("takes {value} out")))
    };
    assert_eq!(
        taken("1"),
        Some(
            "consume takes 1 out (line 27). The slot goes to produce, which \
             is woken."
        )
    );
    assert_eq!(
        taken("5"),
        Some("consume takes 5 out (line 27): a slot is free.")
    );
}

#[test]
fn a_lane_that_is_being_polled_waits_at_no_line() {
    let recording = recorded("lock_held");
    let steps = steps(recording.default_run().unwrap());
    let at = |part: &str| {
        steps.iter().find(|step| step.text.contains(part)).unwrap()
    };
    let waits = |part: &str| {
        let there = &at(part).there;
        there.iter().map(|(_, who)| who.clone()).collect::<Vec<_>>()
    };
    assert_eq!(
        waits("consume 2 takes 2 out"),
        [
            "consume 1 and consume 3 wait for the lock",
            "main waits for consume 1 to end",
        ]
    );
    assert!(waits("main prints").is_empty());
}

#[test]
fn peaks_are_the_knobs_values() {
    for run in &recorded("semaphore").runs {
        let peak = Model::new(run).peak(run).to_string();
        assert_eq!(run.value.as_deref(), Some(&*peak));
    }
}

#[test]
fn every_lane_is_drawn_once() {
    for recording in recordings() {
        for run in &recording.runs {
            let mut drawn: Vec<u32> =
                rows(run).into_iter().map(|(lane, _)| lane).collect();
            drawn.sort_unstable();
            let mut rows = row_of(run);
            assert_eq!(rows.len(), run.lanes.len());
            rows.sort_unstable();
            rows.dedup();
            assert_eq!(drawn, rows, "{}", recording.example);
        }
    }
}

/// The numbers of an attribute, in the order in which they stand.
fn numbers(svg: &str, element: &str, attribute: &str) -> Vec<f64> {
    let find = |part: &str| {
        let (_, rest) = part.split_once(&format!(" {attribute}=\""))?;
        rest.split_once('"')?.0.parse().ok()
    };
    svg.split(element).skip(1).filter_map(find).collect()
}

#[test]
fn nothing_is_drawn_outside_the_plot() {
    for recording in recordings() {
        for run in &recording.runs {
            let model = Model::new(run);
            let steps = steps(run);
            for size in [draw::Size::Page, draw::Size::Phone] {
                let frame = draw::Frame::of(run, &model, &steps).sized(size);
                let drawing =
                    draw::draw(run, &model, &steps, &frame, "t", "title");
                let (_, plot) = drawing.svg.split_once("tl-plot").unwrap();
                for x in numbers(plot, "<rect", "x")
                    .into_iter()
                    .chain(numbers(plot, "<text", "x"))
                    .chain(drawing.x.iter().copied())
                {
                    assert!(
                        (0.0..=drawing.width).contains(&x),
                        "{}: {x} of {}",
                        recording.example,
                        drawing.width
                    );
                }
                assert!(drawing.x.is_sorted(), "{}", recording.example);
            }
        }
    }
}

#[test]
fn a_figure_has_words_for_every_step_and_data_that_parses() {
    let recording = recorded("semaphore");
    let source = fs::read_to_string(root().join("examples/semaphore.rs"));
    let text = FigureText {
        id: "semaphore",
        title: "Six & two",
    };
    let html = figure(&recording, &source.unwrap(), &text);
    assert!(html.contains("Six &amp; two"));
    let (_, data) = html.split_once("class=\"tl-data\">").unwrap();
    let (json, _) = data.split_once("</script>").unwrap();
    let data: serde_json::Value = serde_json::from_str(json).unwrap();
    let runs = data["runs"].as_array().unwrap();
    assert_eq!(runs.len(), 4);
    for run in runs {
        let steps = run["steps"].as_array().unwrap();
        for drawing in ["alone", "phone", "ruler"] {
            let x = run[drawing]["x"].as_array().unwrap();
            assert_eq!(x.len(), steps.len());
        }
    }
    let shown = data["knob"]["default"].as_u64().unwrap();
    let steps = runs[usize::try_from(shown).unwrap()]["steps"].as_array();
    assert_eq!(
        html.matches("<li><span class=\"tl-t\">").count(),
        steps.unwrap().len()
    );
}

#[test]
fn two_runs_part_where_the_first_step_differs() {
    let recording = recorded("semaphore");
    let [one, two, ..] = &recording.runs[..] else {
        panic!("no knob")
    };
    let (one, two) = (steps(one), steps(two));
    let words = first_difference(&one, &two);
    assert!(words.contains("and it gets a permit"), "{words}");
    let same = first_difference(&one, &one);
    assert_eq!(same, "The two runs do the same.");
}

/// The three calls stand on other lines of the two files.
#[test]
fn two_programs_do_not_part_at_a_line_number() {
    let (one, two) = (recorded("sequential"), recorded("join"));
    let words = first_difference(&steps(&one.runs[0]), &steps(&two.runs[1]));
    assert!(words.starts_with("They part at step 5."), "{words}");
}

/// A run with many lanes that sleep and print by turns.
fn large(lanes: u32, rounds: u64) -> Run {
    let mut events = Vec::new();
    for round in 0..rounds {
        let t = round * 1000;
        for lane in 0..lanes {
            let sleeps = EventKind::Wait {
                of: Vec::new(),
                n: None,
                lane,
                on: WaitFor::Timer,
                resource: None,
                site: None,
                until: Some(t + 1000),
            };
            let kinds = [
                EventKind::Poll { lane },
                sleeps,
                EventKind::Pending { lane },
            ];
            events.extend(kinds.map(|kind| Event::new(t, kind)));
        }
    }
    let lane = |n| Lane {
        made: Made::Call,
        name: format!("lane {n}"),
        kind: LaneKind::Task,
        parent: None,
        site: None,
    };
    Run {
        end: rounds * 1000,
        lanes: (0..lanes).map(lane).collect(),
        events,
        ..Run::default()
    }
}

#[test]
fn a_recording_of_ten_thousand_events_stays_under_100_kb() {
    let run = large(20, 170);
    assert!(run.events.len() > 10_000);
    let (model, steps) = (Model::new(&run), steps(&run));
    let frame = draw::Frame::of(&run, &model, &steps);
    let drawing = draw::draw(&run, &model, &steps, &frame, "t", "title");
    assert!(drawing.svg.len() < 100_000, "{} bytes", drawing.svg.len());
}

#[test]
fn the_chrome_trace_names_every_lane_and_is_json() {
    let recording = recorded("semaphore");
    let text = timeline::chrome::export(&recording);
    let trace: serde_json::Value = serde_json::from_str(&text).unwrap();
    let events = trace["traceEvents"].as_array().unwrap();
    let named = events.iter().filter(|e| e["name"] == "thread_name");
    let lanes = recording.default_run().unwrap().lanes.len();
    assert_eq!(named.count(), lanes);
    let flows = |ph: &str| events.iter().filter(|e| e["ph"] == ph).count();
    assert!(flows("s") > 0);
    assert_eq!(flows("s"), flows("f"));
}

#[test]
fn two_examples_share_a_ruler_and_can_be_stepped() {
    let (above, below) = (recorded("sequential"), recorded("join"));
    let text = FigureText {
        id: "pair",
        title: "One above, one below",
    };
    let html =
        compare((&above, "fn main() {}"), (&below, "fn other() {}"), &text);
    let data = html.split("class=\"tl-data\">").nth(1).unwrap();
    let data = data.split("</script>").next().unwrap();
    let data: serde_json::Value = serde_json::from_str(data).unwrap();
    assert_eq!(data["files"][0]["code"][0], "fn main() {}");
    assert_eq!(data["files"][1]["code"][0], "fn other() {}");
    let runs = data["runs"].as_array().unwrap();
    let names = runs.iter().map(|run| run["value"].as_str().unwrap());
    let names: Vec<&str> = names.collect();
    assert_eq!(names, ["examples/sequential.rs", "examples/join.rs"]);
    assert_eq!(html.matches("All ").count(), 2);
    assert!(html.contains("They part at step"));
}
