//! What the terminal says of an exercise: one report for `cargo test` and for
//! `cargo book watch`.

use std::fmt::Write;
use std::path::Path;
use std::time::Duration;

use crate::catalogue::Exercise;
use crate::link::PageLink;
use crate::mistakes;
use crate::pages::ErrorIndex;
use crate::paint::Paint;
use crate::verdict::{Judgment, Verdict};

/// So many lines of what the reader's code printed, the last ones.
const MOST_PRINTED: usize = 30;

/// More known mistakes than these tell a reader nothing.
const MOST_MISTAKES: usize = 2;

/// A verdict in a line.
pub fn word(verdict: &Verdict) -> String {
    match verdict {
        Verdict::Unsolved => "not solved yet".into(),
        Verdict::Broken { errors, .. } => {
            let first = errors.lines().next().unwrap_or_default();
            format!("does not compile: {first}")
        }
        Verdict::Failing { check, passed, .. } => {
            format!("{check} fails ({} passed)", passed.len())
        }
        Verdict::Hung { check, .. } => format!("{check} does not end"),
        Verdict::Solved => "solved".into(),
    }
}

/// One line for each of these checks, in the order of the catalogue.
pub fn table(
    exercise: &Exercise,
    checks: &[String],
    judgment: &Judgment,
    paint: Paint,
) -> String {
    let mut text = String::new();
    let hung = matches!(judgment.verdict, Verdict::Hung { .. });
    let asked = exercise
        .checks
        .iter()
        .filter(|check| checks.contains(check));
    for check in asked {
        let result = judgment.checks.iter().find(|one| one.name == *check);
        let word = match result {
            None => "-      ".to_owned(),
            Some(result) if result.passed => paint.green("ok     "),
            Some(_) if hung && judgment.verdict.check() == Some(check) => {
                paint.red("stopped")
            }
            Some(_) => paint.red("FAILED "),
        };
        let _ = writeln!(text, "  {word}  {check}");
    }
    text
}

/// What the first check that fails says, what else is known of it, and how
/// the exercise stands.
pub fn verdict(
    root: &Path,
    exercise: &Exercise,
    judgment: &Judgment,
    took: Duration,
    paint: Paint,
) -> String {
    let mut text = String::new();
    for warning in &judgment.warnings {
        let _ = writeln!(text, "{}", warning.rendered.trim_end());
    }
    let verdict = &judgment.verdict;
    let word = match verdict {
        Verdict::Solved => paint.green(&word(verdict)),
        Verdict::Unsolved => paint.yellow(&word(verdict)),
        Verdict::Broken { .. } => paint.red("does not compile"),
        Verdict::Failing { .. } | Verdict::Hung { .. } => {
            paint.red(&word(verdict))
        }
    };
    match verdict {
        Verdict::Broken {
            errors,
            diagnostics,
        } => {
            let _ = writeln!(text, "{}\n", errors.trim_end());
            let pages = diagnostics.iter().filter_map(|d| d.page.as_ref());
            text.push_str(&explained_in(pages));
        }
        Verdict::Failing { check, message, .. }
        | Verdict::Hung { check, message } => {
            text.push_str(&printed(judgment, check));
            let _ = writeln!(text, "{}\n", message_in_lines(message));
            let page = ErrorIndex::load(root).page_of_panic(message);
            text.push_str(&explained_in(page.iter()));
            // What hangs says too little to tell one mistake from another.
            if let Verdict::Failing { .. } = verdict {
                text.push_str(&mistake(root, exercise, check, message));
            }
        }
        Verdict::Unsolved => {
            let _ = writeln!(text, "{}", where_to_work(root, exercise));
        }
        Verdict::Solved => {}
    }
    let name = paint.bold(&exercise.name);
    let _ = writeln!(text, "{name}: {word} ({:.2} s)", took.as_secs_f64());
    text
}

/// What to read, what to edit at which line, how to check it.
pub fn where_to_work(root: &Path, exercise: &Exercise) -> String {
    let Exercise {
        title,
        name,
        chapter,
        minutes,
        ..
    } = exercise;
    let line = exercise.todo_line().unwrap_or(1);
    format!(
        "{title} ({name}, about {minutes} minutes)\n  read   src/{chapter}\n  \
         edit   {}:{line}\n  check  cargo test -p exercises {name}",
        below(root, &exercise.source_path())
    )
}

/// The message of a check, its long sentence broken into lines.
fn message_in_lines(message: &str) -> String {
    let lines = message.trim_end().lines().map(|line| {
        match line.starts_with("likely cause: ") {
            true => wrap(line, ""),
            false => line.to_owned(),
        }
    });
    lines.collect::<Vec<_>>().join("\n")
}

/// What the code printed while this check ran.
fn printed(judgment: &Judgment, check: &str) -> String {
    let result = judgment.checks.iter().find(|one| one.name == check);
    let printed = result.map_or("", |one| one.printed.as_str());
    match printed.trim() {
        "" => String::new(),
        _ => format!("your code printed:\n{}\n", indented(printed)),
    }
}

pub(crate) fn indented(printed: &str) -> String {
    let lines: Vec<&str> = printed.trim_matches('\n').lines().collect();
    let hidden = lines.len().saturating_sub(MOST_PRINTED);
    let mut text = String::new();
    if hidden > 0 {
        let _ = writeln!(text, "  … {hidden} lines before");
    }
    for line in &lines[hidden..] {
        let _ = writeln!(text, "  {line}");
    }
    text
}

/// The files, as nobody may serve the book; each once.
fn explained_in<'a>(pages: impl Iterator<Item = &'a PageLink>) -> String {
    let mut lines: Vec<String> = Vec::new();
    for PageLink { title, href } in pages {
        let file = href.replacen(".html", ".md", 1);
        let line = format!("explained in: {title} (src/{file})\n");
        if !lines.contains(&line) {
            lines.push(line);
        }
    }
    lines.concat()
}

/// Only a recording could tell for certain that it is the same mistake.
fn mistake(
    root: &Path,
    exercise: &Exercise,
    check: &str,
    message: &str,
) -> String {
    let mut found = mistakes::candidates(root, exercise, check, message);
    found.dedup_by(|a, b| a.text == b.text);
    match found.as_slice() {
        [] => String::new(),
        found if found.len() > MOST_MISTAKES => String::new(),
        found => {
            let texts = found.iter().map(|one| wrap(&one.text, "  "));
            let texts: Vec<String> = texts.collect();
            let all = texts.join("\n  or\n");
            format!("perhaps, as in other answers that failed so:\n{all}\n\n")
        }
    }
}

/// A path as the reader types it in the root of the checkout.
pub fn below(root: &Path, path: &Path) -> String {
    path.strip_prefix(root)
        .unwrap_or(path)
        .display()
        .to_string()
}

/// Breaks paragraphs into lines of at most 80 characters.
pub fn wrap(text: &str, indent: &str) -> String {
    let mut lines: Vec<String> = Vec::new();
    for paragraph in text.split('\n') {
        let mut line = indent.to_owned();
        for word in paragraph.split_whitespace() {
            let full = line.chars().count() + 1 + word.chars().count() > 80;
            if full && line.len() > indent.len() {
                lines.push(std::mem::replace(&mut line, indent.to_owned()));
            }
            if line.len() > indent.len() {
                line.push(' ');
            }
            line.push_str(word);
        }
        lines.push(line.trim_end().to_owned());
    }
    lines.join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paragraphs_are_broken_at_words() {
        let text = format!("{} end\n\nnew", "word ".repeat(20).trim());
        let wrapped = wrap(&text, "  ");
        let lines: Vec<&str> = wrapped.lines().collect();
        assert_eq!(lines.len(), 4, "{wrapped}");
        assert!(lines.iter().all(|line| line.chars().count() <= 80));
        assert!(lines[0].starts_with("  word"));
        assert_eq!(lines[2..], ["", "  new"]);
        assert_eq!(wrap(&"x".repeat(90), ""), "x".repeat(90));
    }

    #[test]
    fn a_page_is_named_once() {
        let page = PageLink {
            title: "Locks".to_owned(),
            href: "locks.html#traps".to_owned(),
        };
        assert_eq!(
            explained_in([&page, &page].into_iter()),
            "explained in: Locks (src/locks.md#traps)\n"
        );
    }

    #[test]
    fn of_much_that_was_printed_the_end_is_shown() {
        let many: String = (0..50).map(|n| format!("{n}\n")).collect();
        let shown = indented(&many);
        assert!(shown.starts_with("  … 20 lines before\n  20\n"), "{shown}");
        assert!(shown.ends_with("  49\n"), "{shown}");
    }
}
