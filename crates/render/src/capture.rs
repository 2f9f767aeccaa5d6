//! What a page says of a captured output: on which clock it was taken, and
//! which of its lines are certain. `record` captures; this reads.

use crate::{library::Library, numbers, page::source_of};

/// The mark of a line that went to standard error.
pub const ERR: &str = "[stderr] ";

/// The words over an output, if it needs any. `name` is that of its file in
/// `recordings/`, without the ending.
pub fn words(library: &Library, name: &str, text: &str) -> Option<String> {
    if name.starts_with("fail/") {
        return None; // The compiler has no clock.
    }
    let example = name.strip_suffix(".py").unwrap_or(name);
    let source = library.read(&source_of(name)).unwrap_or_default();
    let mut words = Vec::new();
    let lines = || text.lines().filter(|line| !line.starts_with("$ "));
    if is_paused(&source) {
        words.push("paused clock, one thread".to_owned());
    } else if lines().any(numbers::has_duration) {
        // `record` rounds: its `durations.rs` has the rule.
        words.push("real clock, times rounded to 10 ms".to_owned());
    }
    if lines().any(|line| line.starts_with(ERR)) {
        words.push("standard error is marked".to_owned());
    }
    let free = free(library, example);
    let free: Vec<String> =
        free.iter().map(|word| format!("“{word}”")).collect();
    if !free.is_empty() {
        let free = free.join(" or ");
        words.push(format!("lines with {free} come in any order"));
    }
    (!words.is_empty()).then(|| words.join("; "))
}

/// Whether the program's own code stops the clock.
fn is_paused(source: &str) -> bool {
    source.contains("start_paused = true") || source.contains("time::pause()")
}

/// The words of `free` in `recordings/NAME.toml`.
fn free(library: &Library, example: &str) -> Vec<String> {
    let text = library.read(&format!("recordings/{example}.toml"));
    let spec = text.ok().and_then(|text| text.parse::<toml::Table>().ok());
    let free = spec.as_ref().and_then(|spec| spec.get("free")?.as_array());
    let words = free.into_iter().flatten();
    words
        .filter_map(|word| word.as_str().map(str::to_owned))
        .collect()
}
