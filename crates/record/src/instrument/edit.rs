//! Insertions into a source text.

use std::collections::BTreeMap;
use std::ops::Range;

/// Text for the bytes `at..until`; nearly always `at == until`.
pub struct Edit {
    pub at: usize,
    pub until: usize,
    /// Among edits at one place: ends of inner wraps first, then ends of
    /// outer ones, then beginnings of outer wraps, then of inner ones.
    pub order: isize,
    pub text: String,
    /// The probe that it belongs to; none is 0.
    pub probe: usize,
}

/// Where the text of each probe stands.
pub type Ranges = BTreeMap<usize, Vec<Range<usize>>>;

/// The source with the edits.
pub fn apply(source: &str, mut edits: Vec<Edit>) -> (String, Ranges) {
    edits.sort_by_key(|edit| (edit.at, edit.order));
    let mut text = String::new();
    let mut ranges = Ranges::new();
    let mut from = 0;
    for edit in edits {
        text.push_str(&source[from..edit.at]);
        let start = text.len();
        text.push_str(&edit.text);
        let own = ranges.entry(edit.probe).or_default();
        own.push(start..text.len());
        from = edit.until;
    }
    text.push_str(&source[from..]);
    (text, ranges)
}
