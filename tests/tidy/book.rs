//! What holds for the chapters as plain Markdown.

use crate::files::{self, File};
use crate::none;

fn chapters() -> Vec<File> {
    let mut files = files::ending(&[".md"]);
    files.retain(|file| file.path.starts_with("src/"));
    files
}

/// The code on the page is the code that runs; the output is what it printed.
#[test]
fn every_listing_and_every_output_is_an_include() {
    let mut wrong = Vec::new();
    for File { path, text } in chapters() {
        let mut lines = text.lines().enumerate();
        while let Some((number, line)) = lines.next() {
            let Some(language) = line.trim_start().strip_prefix("```") else {
                continue;
            };
            let language = language.split([',', ' ']).next().unwrap_or("");
            let body: Vec<&str> = lines
                .by_ref()
                .map(|(_, line)| line.trim())
                .take_while(|line| !line.starts_with("```"))
                .collect();
            let from = match language {
                "rust" | "python" => "{{#include ../examples/",
                "console" => "{{#include ../recordings/",
                _ => continue,
            };
            let include = matches!(body[..], [one] if one.starts_with(from));
            if !include {
                wrong.push(format!(
                    "{path}:{}: a `{language}` fence holds one {from}…",
                    number + 1
                ));
            }
        }
    }
    none(&wrong);
}

/// What a reader reads of a page: without listings, outputs and comments.
fn words(text: &str) -> usize {
    let mut code = false;
    let mut prose = String::new();
    for line in text.lines() {
        let fence = line.trim_start().starts_with("```");
        code ^= fence;
        if !code && !fence {
            prose += &format!("{line}\n");
        }
    }
    for (from, to) in [("<!--", "-->"), ("<", ">"), ("](", ")")] {
        let mut parts = prose.split(from);
        let mut rest = parts.next().unwrap_or_default().to_owned();
        for part in parts {
            rest += part.split_once(to).map_or(part, |(_, rest)| rest);
        }
        prose = rest;
    }
    let words = prose.split_whitespace();
    words
        .filter(|word| word.contains(char::is_alphanumeric))
        .count()
}

/// One sitting. The lists are to look something up.
#[test]
fn no_page_is_longer_than_1900_words() {
    let mut wrong = Vec::new();
    for File { path, text } in chapters() {
        let is_list = ["dictionary", "error-messages", "glossary"]
            .iter()
            .any(|list| path.contains(list));
        let words = words(&text);
        if !is_list && words > 1900 {
            wrong.push(format!("{path}: {words} words"));
        }
    }
    none(&wrong);
}

/// Plain `mdbook build` shows the committed picture.
#[test]
fn every_figure_has_its_committed_picture() {
    let mut wrong = Vec::new();
    for File { path, text } in chapters() {
        for (number, line) in text.lines().enumerate() {
            let Some((_, rest)) = line.split_once("](figures/") else {
                continue;
            };
            let file = rest.split(')').next().unwrap_or_default();
            if !files::root().join("src/figures").join(file).is_file() {
                let number = number + 1;
                wrong.push(format!("{path}:{number}: no src/figures/{file}"));
            }
        }
    }
    none(&wrong);
}

#[test]
fn every_picture_of_a_figure_is_shown() {
    let chapters: String =
        chapters().into_iter().map(|file| file.text).collect();
    let mut wrong = Vec::new();
    for File { path, .. } in files::ending(&[".svg"]) {
        let Some(file) = path.strip_prefix("src/figures/") else {
            continue;
        };
        if !chapters.contains(&format!("](figures/{file})")) {
            wrong.push(format!("{path} is in no chapter"));
        }
    }
    none(&wrong);
}

/// A sentence that calls something simple helps nobody who finds it hard.
#[test]
fn the_prose_makes_nothing_small() {
    const WORDS: [&str; 6] = [
        "simply",
        "obviously",
        "easy",
        "easily",
        "trivial",
        "trivially",
    ];
    let mut files = chapters();
    files.extend(files::ending(&[".md"]).into_iter().filter(|file| {
        !file.path.contains('/') && file.path != "CODE_OF_CONDUCT.md"
    }));
    let mut wrong = Vec::new();
    for File { path, text } in files {
        for (number, line) in text.lines().enumerate() {
            let number = number + 1;
            let mut words = line.split(|c: char| !c.is_alphabetic());
            if let Some(word) =
                words.find(|word| WORDS.contains(&word.to_lowercase().as_str()))
            {
                wrong.push(format!("{path}:{number}: {word}"));
            }
            if line.contains('\u{2014}') {
                wrong.push(format!("{path}:{number}: a long dash"));
            }
        }
    }
    none(&wrong);
}
