//! Each figure says what it holds for: clock, thread, version, seed.

use timeline::Recording;
use timeline::html::{FigureText, compare, figure};

fn recorded(example: &str) -> Recording {
    let root = concat!(env!("CARGO_MANIFEST_DIR"), "/../../recordings");
    let text = std::fs::read_to_string(format!("{root}/{example}.json"));
    Recording::from_json(&text.unwrap()).unwrap()
}

fn caption(html: &str) -> &str {
    let (_, caption) = html.split_once("<figcaption>").unwrap();
    caption.split_once("</figcaption>").unwrap().0
}

const TEXT: FigureText<'_> = FigureText {
    id: "a",
    title: "A",
};

#[test]
fn a_caption_says_clock_thread_and_seed() {
    let recording = recorded("spawn");
    let conditions = format!(
        "on the paused clock, on one thread, with Tokio {} and the seed “book”",
        recording.tokio
    );
    let html = figure(&recording, "", &TEXT);
    assert!(caption(&html).contains(&conditions), "{}", caption(&html));
    let html = compare((&recording, ""), (&recorded("detach"), ""), &TEXT);
    assert!(caption(&html).contains(&conditions), "{}", caption(&html));
}

/// `main` sleeps while the task does: these are two.
#[test]
fn main_counts_when_it_waits_by_itself() {
    let html = figure(&recorded("spawn"), "", &TEXT);
    let caption = caption(&html);
    assert!(caption.contains("never more than 2 at once"), "{caption}");
    // Here it waits for its tasks, and they are two at most.
    let html = figure(&recorded("semaphore"), "", &TEXT);
    assert!(html.contains("never more than 2 at once"));
}
