//! Insertions into a source text.

/// Text for the bytes `at..until`; nearly always `at == until`.
pub struct Edit {
    pub at: usize,
    pub until: usize,
    /// Among edits at one place: ends of inner wraps first, then ends of
    /// outer ones, then beginnings of outer wraps, then of inner ones.
    pub order: isize,
    pub text: String,
}

/// The source with the edits.
pub fn apply(source: &str, mut edits: Vec<Edit>) -> String {
    edits.sort_by_key(|edit| (edit.at, edit.order));
    let mut text = String::new();
    let mut from = 0;
    for edit in edits {
        text.push_str(&source[from..edit.at]);
        text.push_str(&edit.text);
        from = edit.until;
    }
    text.push_str(&source[from..]);
    text
}
