//! Files, examples and exercises that a chapter names in passing, in code
//! inside a sentence or in a command to type. They must exist.

use mdbook_markdown::{
    MarkdownOptions, new_cmark_parser,
    pulldown_cmark::{Event, Tag, TagEnd},
};
use std::path::Path;

/// The folders whose files a chapter names.
const FOLDERS: [&str; 4] =
    ["examples/", "exercises/", "recordings/", "solutions/"];

/// The names that lead nowhere, with their lines.
pub fn missing(root: &Path, text: &str) -> Vec<(usize, String)> {
    let mut found = Vec::new();
    let mut fence = false;
    for (event, range) in
        new_cmark_parser(text, &MarkdownOptions::default()).into_offset_iter()
    {
        match event {
            Event::Start(Tag::CodeBlock(_)) => fence = true,
            Event::End(TagEnd::CodeBlock) => fence = false,
            Event::Code(piece) => {
                collect(root, text, range.start, &piece, &mut found);
            }
            Event::Text(piece) if fence && !piece.contains("{{#") => {
                collect(root, text, range.start, &piece, &mut found);
            }
            _ => {}
        }
    }
    found
}

fn collect(
    root: &Path,
    text: &str,
    start: usize,
    piece: &str,
    found: &mut Vec<(usize, String)>,
) {
    for (path, shown) in paths(piece) {
        if !root.join(&path).exists() {
            let line = 1 + super::page::newlines(&text[..start]);
            found.push((line, shown));
        }
    }
}

/// The paths that a piece of code means, and how it says them.
fn paths(piece: &str) -> Vec<(String, String)> {
    let mut paths = Vec::new();
    let words: Vec<&str> = piece.split_whitespace().collect();
    for (i, word) in words.iter().enumerate() {
        // `examples/NAME.rs` is a pattern, and so is `examples/*.rs`.
        if word.contains("NAME") || word.contains(['*', '<']) {
            continue;
        }
        let previous = i.checked_sub(1).map(|i| words[i]);
        match previous {
            Some("--example") => paths.push((
                format!("examples/{word}.rs"),
                format!("--example {word}"),
            )),
            Some("--test") if words.contains(&"exercises") => paths
                .push((format!("exercises/{word}"), format!("--test {word}"))),
            _ if FOLDERS.iter().any(|folder| word.starts_with(folder)) => {
                // `examples/semaphore.rs:14` names a line of the file.
                let path = word.split(':').next().unwrap_or(word);
                let path = path.trim_end_matches([',', '.', ')']);
                paths.push((path.to_owned(), path.to_owned()));
            }
            _ => {}
        }
    }
    paths
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_in_code_are_paths() {
        let named = |piece| -> Vec<String> {
            paths(piece).into_iter().map(|(path, _)| path).collect()
        };
        assert_eq!(
            named("cargo run --features console --example console"),
            ["examples/console.rs"]
        );
        assert_eq!(
            named("cargo test -p exercises --test 21_semaphore"),
            ["exercises/21_semaphore"]
        );
        assert_eq!(named("examples/a.rs:14"), ["examples/a.rs"]);
        assert_eq!(named("examples/NAME.rs exercises/*"), [""; 0]);
        assert_eq!(named("a / b"), [""; 0]);
    }

    #[test]
    fn what_is_not_there_is_found_with_its_line() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        let text = "# A\n\nSee `examples/none.rs`.\n\n```sh\n\
            cargo run --example nothing\n```\n";
        let found = missing(root, text);
        assert_eq!(
            found,
            [
                (3, "examples/none.rs".to_owned()),
                (6, "--example nothing".to_owned())
            ]
        );
    }
}
