//! The words for a run of asyncio.

use timeline::html::{FigureText, compare};
use timeline::{Recording, steps};

fn told(name: &str) -> Vec<String> {
    let root = concat!(env!("CARGO_MANIFEST_DIR"), "/../..");
    let path = format!("{root}/recordings/{name}.py.json");
    let text = std::fs::read_to_string(&path).unwrap();
    let recording = Recording::from_json(&text).unwrap();
    let run = recording.default_run().unwrap();
    steps::steps(run)
        .into_iter()
        .map(|step| step.text)
        .collect()
}

/// Each of these is a step of the recording.
fn tells(name: &str, sentences: &[&str]) {
    let told = told(name);
    for sentence in sentences {
        assert!(
            told.iter().any(|text| text == sentence),
            "{name}: no {sentence:?} in\n{}",
            told.join("\n")
        );
    }
}

#[test]
fn a_task_has_turns_and_gather_makes_tasks() {
    tells(
        "semaphore",
        &[
            "main begins: its first turn.",
            "main makes the tasks download 1 to 6 (line 20): they are \
             scheduled and have not run yet.",
            "main waits for 6 tasks to end (line 20).",
            "download 1 has its first turn: it begins to run, and it gets a \
             permit.",
            "download 3 waits for a permit (line 10).",
            "download 3 has a turn: a permit is there for it, and it gets a \
             permit.",
            "main has a turn: what it waits for has ended.",
        ],
    );
}

#[test]
fn cancellation_is_an_exception_that_is_thrown_in() {
    tells(
        "abort",
        &[
            "main cancels download (line 22): the exception comes with its \
             next turn.",
            "download has a turn: CancelledError is thrown in (line 10).",
            "The `except` of download runs (line 13).",
            "download is cancelled: it has let the exception through; main \
             is woken.",
            "main has a turn: CancelledError is thrown in (line 24).",
        ],
    );
}

#[test]
fn what_nobody_awaits_is_thrown_away() {
    tells(
        "forgotten_await",
        &[
            "The coroutine save 4, called in line 21, is thrown away: nobody \
             has awaited it.",
        ],
    );
}
/// The two loops are compared by what they do, and not by their words.
#[test]
fn a_pair_parts_where_the_loops_differ() {
    let root = concat!(env!("CARGO_MANIFEST_DIR"), "/../..");
    let recording = |name: &str| {
        let path = format!("{root}/recordings/{name}.json");
        let text = std::fs::read_to_string(&path).unwrap();
        Recording::from_json(&text).unwrap()
    };
    let (above, below) = (recording("abort.py"), recording("abort"));
    let text = FigureText {
        id: "abort",
        title: "Both",
    };
    let html = compare((&above, ""), (&below, ""), &text);
    assert!(
        html.contains(
            "They part at step 9. asyncio, at 1000 ms: main cancels download \
             (line 22): the exception comes with its next turn. Tokio, at \
             1000 ms: main aborts download (line 33): at its next turn it is \
             dropped."
        ),
        "{html}"
    );
    assert!(
        html.contains("one on a paused clock, with asyncio"),
        "{html}"
    );
}
