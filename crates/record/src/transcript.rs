//! What a program wrote, line by line, as a terminal shows it.
//!
//! A line of standard error begins with a mark. What belongs to the machine
//! and not to the program is left out: folders, numbers of threads, the frames
//! of a traceback.

use std::collections::HashMap;
use std::path::Path;

use crate::durations;

/// The mark of a line of standard error; `render::capture` knows it, too.
pub const ERR: &str = "[stderr] ";

/// The lines of both streams, those of standard error with their mark.
pub fn marked(both: &str, err: &str) -> String {
    let mut errors: HashMap<&str, u32> = HashMap::new();
    for line in err.lines() {
        *errors.entry(line).or_default() += 1;
    }
    let mut text = String::new();
    for line in both.lines() {
        if let Some(count) = errors.get_mut(line)
            && *count > 0
        {
            *count -= 1;
            text.push_str(ERR);
        }
        text.push_str(line);
        text.push('\n');
    }
    text
}

/// The lines of a capture that one stream wrote, without the mark.
pub fn stream(capture: &str, err: bool) -> String {
    let lines = capture.lines().filter(|line| !line.starts_with("$ "));
    let lines = lines.filter_map(|line| match line.strip_prefix(ERR) {
        Some(line) => err.then_some(line),
        None => (!err).then_some(line),
    });
    lines.map(|line| format!("{line}\n")).collect()
}

/// The lines in an order that does not depend on those whose order is free:
/// these have one of the words in `free`.
pub fn ordered(text: &str, free: &[String]) -> String {
    let (mut loose, fixed): (Vec<&str>, Vec<&str>) = text
        .lines()
        .partition(|line| free.iter().any(|word| line.contains(word)));
    loose.sort_by_key(|line| (durations::masked(line), durations::all(line)));
    let lines = fixed.into_iter().chain(loose);
    lines.map(|line| format!("{line}\n")).collect()
}

/// The text without what belongs to the machine.
pub fn portable(text: &str, root: &Path) -> String {
    let root = format!("{}/", root.display());
    let mut out: Vec<String> = Vec::new();
    let mut frame: Option<usize> = None;
    for line in text.lines() {
        if NOTES.iter().any(|note| line.starts_with(note)) {
            continue;
        }
        let line = line.replace(&root, "");
        // A frame of a traceback, its source and the marks below it.
        let depth = line.find(|c: char| !matches!(c, ' ' | '|' | '+'));
        let depth = depth.unwrap_or(line.len());
        if line[depth..].starts_with("File \"") {
            if frame != Some(depth) {
                out.push(format!("{}...", &line[..depth]));
            }
            frame = Some(depth);
            continue;
        }
        if frame.is_some_and(|frame| depth > frame) {
            continue;
        }
        frame = None;
        let line = panic_line(&line, &mut out);
        out.push(line);
    }
    out.into_iter().map(|line| line + "\n").collect()
}

/// They say how to see more, and not what happened.
const NOTES: [&str; 2] = [
    "note: run with `RUST_BACKTRACE",
    "RuntimeWarning: Enable tracemalloc",
];

/// `thread 'main' (4711) panicked at /folders/tokio-1.0.0/src/a.rs:1:2:`
/// without the number and the folders; a new compiler sets a blank line before.
fn panic_line(line: &str, before: &mut Vec<String>) -> String {
    let Some((thread, place)) = line.split_once(" panicked at ") else {
        return line.to_owned();
    };
    let Some(name) = thread.strip_prefix("thread '") else {
        return line.to_owned();
    };
    before.pop_if(|line| line.is_empty());
    let name = name.rsplit_once('\'').map_or(name, |(name, _)| name);
    let place = library(place).unwrap_or_else(|| place.to_owned());
    format!("thread '{name}' panicked at {place}")
}

/// A path into a library without the folders of this machine.
pub fn library(path: &str) -> Option<String> {
    if let Some((_, inside)) = path.split_once("/registry/src/") {
        return inside.split_once('/').map(|(_, path)| path.to_owned());
    }
    let (_, inside) = path.rsplit_once("/library/")?;
    Some(format!("library/{inside}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn standard_error_is_marked_where_it_stands() {
        let text = marked("a\nbad\nb\nbad\n", "bad\n");
        assert_eq!(text, "a\n[stderr] bad\nb\nbad\n");
        let capture = format!("$ run\n{text}");
        assert_eq!(stream(&capture, true), "bad\n");
        assert_eq!(stream(&capture, false), "a\nb\nbad\n");
    }

    #[test]
    fn free_lines_have_no_place() {
        let free = ["load".to_owned()];
        let one = ordered("load 2 at 100 ms\nload 1 at 50 ms\nend\n", &free);
        let two = ordered("load 1 at 50 ms\nend\nload 2 at 100 ms\n", &free);
        assert_eq!(one, two);
        assert_ne!(ordered("a\nb\n", &free), ordered("b\na\n", &free));
    }

    #[test]
    fn a_panic_is_the_same_on_each_machine() {
        let said = "a\n\nthread 'main' (12) panicked at \
            /h/registry/src/x-1/tokio-1.0.0/src/a.rs:1:2:\nno\nnote: run with \
            `RUST_BACKTRACE=1` environment variable to display a backtrace\n";
        let line = "thread 'main' panicked at tokio-1.0.0/src/a.rs:1:2:";
        let root = Path::new("/w");
        assert_eq!(portable(said, root), format!("a\n{line}\nno\n"));
    }

    #[test]
    fn a_traceback_has_its_error_and_no_frames() {
        let said = "Traceback (most recent call last):\n  File \"/w/a.py\", \
            line 3, in b\n    await c()\n          ^^^\n  File \"/p/d.py\", \
            line 5, in e\nOSError: full\n";
        let short =
            "Traceback (most recent call last):\n  ...\nOSError: full\n";
        assert_eq!(portable(said, Path::new("/w")), short);
        let group = "  | File \"/w/a.py\", line 1\n  |   raise x\n  | G: two\n";
        assert_eq!(portable(group, Path::new("/w")), "  | ...\n  | G: two\n");
    }
}
