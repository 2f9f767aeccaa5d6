//! README, ARCHITECTURE, CONTRIBUTING: what they say is there.

use crate::files::{self, File};
use crate::none;

fn papers() -> Vec<File> {
    let mut files = files::ending(&[".md"]);
    files.retain(|file| !file.path.contains('/'));
    let names: Vec<&str> = files.iter().map(|file| &*file.path).collect();
    for needed in [
        "README.md",
        "ARCHITECTURE.md",
        "CONTRIBUTING.md",
        "CHANGELOG.md",
        "SECURITY.md",
    ] {
        assert!(names.contains(&needed), "{needed} is missing: {names:?}");
    }
    files
}

fn exists(path: &str) -> bool {
    files::root().join(path).exists()
}

#[test]
fn their_links_lead_somewhere() {
    let mut wrong = Vec::new();
    for File { path, text } in papers() {
        // What stands in backticks is no link.
        let words: String = text.split('`').step_by(2).collect();
        for part in words.split("](").skip(1) {
            let target = part.split(')').next().unwrap_or_default();
            let file = target.split('#').next().unwrap_or_default();
            // On the server that has the repository, beside its files.
            let actions = file.starts_with("../../actions/");
            let outside = file.is_empty() || file.contains("://") || actions;
            if !outside && !exists(file) {
                wrong.push(format!("{path}: no {file}"));
            }
        }
    }
    none(&wrong);
}

/// A word in backticks with a slash and an ending is a file.
#[test]
fn the_files_that_they_name_are_there() {
    const ENDINGS: [&str; 9] = [
        ".rs", ".md", ".toml", ".json", ".js", ".mjs", ".css", ".py", ".yml",
    ];
    let mut wrong = Vec::new();
    for File { path, text } in papers() {
        for word in text.split('`').skip(1).step_by(2) {
            let file = ENDINGS.iter().any(|end| word.ends_with(end));
            let pattern = word.contains(['*', ' ', '{', '<', '…'])
                || word.chars().any(|c| c.is_ascii_uppercase());
            if word.contains('/') && file && !pattern && !exists(word) {
                wrong.push(format!("{path}: no {word}"));
            }
        }
    }
    none(&wrong);
}

#[test]
fn the_commands_that_they_name_work_on_what_there_is() {
    let mut wrong = Vec::new();
    for File { path, text } in papers() {
        for part in text.split("--example ").skip(1) {
            let name = word(part);
            let tool = exists(&format!("crates/checker/examples/{name}.rs"));
            if is_name(&name) && !tool && !exists(&example(&name)) {
                wrong.push(format!("{path}: there is no example {name}"));
            }
        }
        for part in text.split("--test ").skip(1) {
            let name = word(part);
            let numbered = name.starts_with(|c: char| c.is_ascii_digit());
            if numbered && !exists(&format!("exercises/{name}")) {
                wrong.push(format!("{path}: there is no exercise {name}"));
            }
        }
    }
    none(&wrong);
}

fn example(name: &str) -> String {
    format!("examples/{name}.rs")
}

fn word(text: &str) -> String {
    let end = |c: char| !(c.is_alphanumeric() || c == '_');
    text.split(end).next().unwrap_or_default().to_owned()
}

/// Not a placeholder such as NAME.
fn is_name(word: &str) -> bool {
    !word.is_empty() && !word.chars().any(|c| c.is_ascii_uppercase())
}

#[test]
fn each_invariant_is_held_by_a_test_that_there_is() {
    held("ARCHITECTURE.md", 15);
}

#[test]
fn each_line_of_the_threat_model_is_held_by_a_test_that_there_is() {
    held("SECURITY.md", 30);
}

/// "Held by `file`: `test`, `test`", so often at least.
fn held(paper: &str, least: usize) {
    let text = files::read(paper);
    let text = text.replace('\n', " ");
    let mut wrong = Vec::new();
    let mut found = 0;
    for part in text.split("Held by ").skip(1) {
        let sentence = part.split(". ").next().unwrap_or_default();
        let mut code = String::new();
        for word in sentence.split('`').skip(1).step_by(2) {
            if word.contains('/') {
                if exists(word) {
                    code = files::read(word);
                } else {
                    wrong.push(format!("no file {word}"));
                }
                continue;
            }
            found += 1;
            let function = format!("fn {word}(");
            let named = format!("test(\"{word}\"");
            if !code.contains(&function) && !code.contains(&named) {
                wrong.push(format!("no test `{word}` in: {sentence}"));
            }
        }
    }
    none(&wrong);
    assert!(found >= least, "{paper}: only {found} tests are named");
}
