//! What the text of an exercise promises, a check holds; and no check asks for
//! what the text does not promise.

use std::path::{Path, PathBuf};

use checker::{Exercise, catalogue};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// The sentences of the task: of the comments of the stub.
fn sentences(exercise: &Exercise) -> Vec<String> {
    let stub = exercise.stub(&root()).unwrap();
    let mut paragraphs = vec![String::new()];
    for line in stub.lines() {
        let line = line.trim();
        let words = line.strip_prefix("//").map(|rest| {
            let rest = rest.trim_start_matches(['/', '!']).trim();
            rest.strip_prefix("TODO: ").unwrap_or(rest)
        });
        match words.filter(|words| !words.starts_with("```")) {
            Some(words) if !words.is_empty() => {
                let last = paragraphs.last_mut().unwrap();
                last.push_str(words);
                last.push(' ');
            }
            _ => paragraphs.push(String::new()),
        }
    }
    paragraphs.iter().flat_map(|text| split(text)).collect()
}

/// A sentence ends with a point before a word that begins another.
fn split(text: &str) -> Vec<String> {
    let mut found = vec![String::new()];
    for word in text.split_whitespace() {
        let last = found.last().unwrap();
        let ended = last.ends_with(['.', '?', '!']);
        let begins = |c: char| c.is_ascii_uppercase() || "`(".contains(c);
        if ended && word.starts_with(begins) {
            found.push(String::new());
        }
        let last = found.last_mut().unwrap();
        if !last.is_empty() {
            last.push(' ');
        }
        last.push_str(word);
    }
    found.retain(|sentence| !sentence.is_empty());
    found
}

#[test]
fn each_sentence_of_a_task_is_held_or_promises_nothing() {
    for exercise in catalogue(&root()).unwrap() {
        let name = &exercise.name;
        let sentences = sentences(&exercise);
        for sentence in &sentences {
            let is_held = exercise
                .promises
                .iter()
                .any(|promise| sentence.contains(&promise.says));
            let is_background = exercise.background.contains(sentence);
            assert!(
                is_held != is_background,
                "{name}/exercise.toml: `{sentence}` needs a [[promises]] with \
                 its checks, or a line in `background`, and not both"
            );
        }
        for said in &exercise.background {
            assert!(sentences.contains(said), "{name}: not said: {said}");
        }
        for promise in &exercise.promises {
            let says = &promise.says;
            assert!(
                sentences.iter().any(|sentence| sentence.contains(says)),
                "{name}: the text does not say `{says}`"
            );
            assert!(!promise.checks.is_empty(), "{name}: who holds `{says}`?");
            for check in &promise.checks {
                assert!(exercise.checks.contains(check), "{name}: {check}");
            }
        }
    }
}

#[test]
fn each_check_holds_something_that_the_text_promises() {
    for exercise in catalogue(&root()).unwrap() {
        for check in &exercise.checks {
            let held = exercise
                .promises
                .iter()
                .any(|promise| promise.checks.contains(check));
            assert!(held, "{}: `{check}` asks for more", exercise.name);
        }
    }
}
