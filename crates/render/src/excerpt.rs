//! Includes: a file, or the part of it between two anchor comments.

use crate::problem::Fault;

/// `{{#include ../examples/semaphore.rs:acquire}}`, taken apart.
#[derive(Debug, PartialEq, Eq)]
pub struct Include<'a> {
    pub path: &'a str,
    pub anchor: Option<&'a str>,
}

impl<'a> Include<'a> {
    /// The include, if the text is one and nothing else.
    pub fn only(text: &'a str) -> Option<Self> {
        let inner = text.trim().strip_prefix("{{#include ")?;
        let inner = inner.strip_suffix("}}")?.trim();
        if inner.contains(['\n', '}', ' ']) {
            return None;
        }
        let (path, anchor) = match inner.split_once(':') {
            Some((path, anchor)) => (path, Some(anchor)),
            None => (inner, None),
        };
        Some(Self { path, anchor })
    }
}

/// Some lines of a file.
#[derive(Debug, PartialEq, Eq)]
pub struct Excerpt {
    pub text: String,
    /// The number of the first line in the file.
    pub first_line: usize,
    pub lines: usize,
}

/// The whole text without its anchor comments.
pub fn whole(text: &str) -> String {
    let kept = text.lines().filter(|line| marker(line).is_none());
    kept.map(|line| format!("{line}\n")).collect()
}

/// The whole text with nothing where its anchor comments were, so that each
/// line keeps its number.
pub fn blanked(text: &str) -> String {
    let lines = text.lines().map(|line| match marker(line) {
        Some(_) => "\n".to_owned(),
        None => format!("{line}\n"),
    });
    lines.collect()
}

/// The lines between the anchor's comments, moved to the left margin.
pub fn part(text: &str, anchor: &str) -> Result<Excerpt, Fault> {
    if anchor.starts_with(|c: char| c.is_ascii_digit() || c == ':') {
        return Err(Fault::new(
            format!("`:{anchor}` names lines by number"),
            "name an anchor instead: line numbers move when a file changes",
        ));
    }
    let mut first_line = 0;
    let mut inside = false;
    let mut closed = false;
    let mut lines: Vec<&str> = Vec::new();
    for (number, line) in (1..).zip(text.lines()) {
        match marker(line) {
            Some(Marker::Start(name)) if name == anchor => inside = true,
            Some(Marker::End(name)) if name == anchor => {
                closed = inside;
                inside = false;
            }
            Some(_) => {}
            None if inside => {
                if lines.is_empty() {
                    first_line = number;
                }
                lines.push(line);
            }
            None => {}
        }
    }
    if lines.is_empty() || !closed {
        return Err(Fault::new(
            format!("the file has no anchor `{anchor}`"),
            format!(
                "put the lines between `// ANCHOR: {anchor}` and \
                 `// ANCHOR_END: {anchor}`"
            ),
        ));
    }
    let count = lines.len();
    Ok(Excerpt {
        text: dedent(&lines),
        first_line,
        lines: count,
    })
}

enum Marker<'a> {
    Start(&'a str),
    End(&'a str),
}

fn marker(line: &str) -> Option<Marker<'_>> {
    let comment = line
        .trim_start()
        .strip_prefix("//")
        .or_else(|| line.trim_start().strip_prefix('#'))?
        .trim();
    if let Some(name) = comment.strip_prefix("ANCHOR:") {
        return Some(Marker::Start(name.trim()));
    }
    Some(Marker::End(comment.strip_prefix("ANCHOR_END:")?.trim()))
}

fn dedent(lines: &[&str]) -> String {
    let margin = lines
        .iter()
        .filter(|line| !line.trim().is_empty())
        .map(|line| line.len() - line.trim_start().len())
        .min()
        .unwrap_or(0);
    let mut text = String::new();
    for line in lines {
        text.push_str(line.get(margin..).unwrap_or_default());
        text.push('\n');
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    const FILE: &str = "fn main() {\n    // ANCHOR: a\n    let x = 1;\n\n    \
        if x {\n        y();\n    }\n    // ANCHOR_END: a\n}\n";

    #[test]
    fn an_include_stands_alone() {
        assert_eq!(
            Include::only("{{#include ../a.rs:b}}\n"),
            Some(Include {
                path: "../a.rs",
                anchor: Some("b")
            })
        );
        assert_eq!(
            Include::only("{{#include a.rs}}"),
            Some(Include {
                path: "a.rs",
                anchor: None
            })
        );
        assert_eq!(Include::only("let x; {{#include a.rs}}"), None);
        assert_eq!(Include::only("{{#include a}} {{#include b}}"), None);
    }

    #[test]
    fn an_anchor_gives_its_lines_at_the_margin() {
        let excerpt = part(FILE, "a").unwrap();
        assert_eq!(excerpt.text, "let x = 1;\n\nif x {\n    y();\n}\n");
        assert_eq!((excerpt.first_line, excerpt.lines), (3, 5));
    }

    #[test]
    fn a_missing_anchor_is_named() {
        let fault = part(FILE, "b").unwrap_err();
        assert!(fault.message.contains("`b`"), "{}", fault.message);
        let fault = part(FILE, "3:5").unwrap_err();
        assert!(fault.remedy.contains("anchor"), "{}", fault.remedy);
    }

    #[test]
    fn the_whole_file_shows_no_anchors() {
        assert!(!whole(FILE).contains("ANCHOR"));
        assert_eq!(whole(FILE).lines().count(), 7);
        assert!(!blanked(FILE).contains("ANCHOR"));
        assert_eq!(blanked(FILE).lines().count(), 9);
    }
}
