//! A recording, or what is known of an exercise, and everything that is made
//! of it.
#![no_main]

use libfuzzer_sys::fuzz_target;
use timeline::Recording;
use timeline::exercise::Expected;
use timeline::html::{FigureText, compare, figure, reader};

const TEXT: FigureText<'static> = FigureText {
    id: "a",
    title: "A figure",
};

fuzz_target!(|input: &[u8]| {
    let Ok(text) = std::str::from_utf8(input) else {
        return;
    };
    if let Ok(recording) = Recording::from_json(text) {
        let html = figure(&recording, "fn main() {}\n", &TEXT);
        assert!(html.starts_with("<figure") && html.ends_with("</figure>"));
        compare(&recording, &recording, "fn main() {}\n", &TEXT);
        for run in &recording.runs {
            reader(Some(run), &recording, "fn main() {}\n", &TEXT);
            for other in &recording.runs {
                timeline::difference::sentence(run, other);
            }
            timeline::cost::of(run);
            timeline::signature::of(run);
        }
        // What was read can be written and read again.
        Recording::from_json(&recording.to_json()).expect("the same");
    }
    if let Ok(expected) = Expected::from_json(text) {
        Expected::from_json(&expected.to_json()).expect("the same");
    }
    // As the tool of the reader's runs prints it.
    let _ = book::figures::tool::read(text);
});
