//! The wrong answers of the corpus are recognized by what their check says.

use std::fs;
use std::path::{Path, PathBuf};

use checker::mistakes::candidates;
use checker::{Exercise, catalogue};

use crate::fixture::Fixture;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// Name, check and phrases of each wrong answer.
fn wrong(exercise: &Exercise) -> Vec<(String, String, Vec<String>)> {
    let folder = root().join("crates/answers/answers").join(&exercise.id);
    let files = fs::read_dir(folder).unwrap().map(|e| e.unwrap().path());
    files
        .filter_map(|path| {
            let text = fs::read_to_string(&path).unwrap();
            let all = |what: &str| -> Vec<String> {
                let start = format!("//! {what}: ");
                let lines = text.lines().filter_map(|l| l.strip_prefix(&start));
                lines.map(str::to_owned).collect()
            };
            let check = [all("wrong"), all("hangs")].concat().pop()?;
            let name = path.file_stem().unwrap().to_str().unwrap();
            Some((name.to_owned(), check, all("says")))
        })
        .collect()
}

#[test]
fn each_is_recognized_by_its_phrases() {
    let root = root();
    let mut all = 0;
    for exercise in catalogue(&root).unwrap() {
        for (name, check, says) in wrong(&exercise) {
            let message = says.join("\nand ");
            let found = candidates(&root, &exercise, &check, &message);
            let mistake = found.iter().find(|m| m.answer == name);
            let mistake = mistake.unwrap_or_else(|| {
                panic!("{}/{name} is not recognized", exercise.id)
            });
            assert!(mistake.text.ends_with(['.', '?', ')', '`', '!']));
            assert!(!mistake.text.contains("says: "), "{}", mistake.text);
            let others = exercise.checks.iter().filter(|c| **c != check);
            for other in others {
                let found = candidates(&root, &exercise, other, &message);
                assert!(found.iter().all(|m| m.answer != name));
            }
            all += 1;
        }
    }
    assert!(all > 300, "{all}");
}

#[test]
fn a_message_of_nobody_is_no_mistake() {
    let root = root();
    for exercise in catalogue(&root).unwrap() {
        for check in &exercise.checks {
            let found = candidates(&root, &exercise, check, "not yet");
            assert_eq!(found, [], "{check}");
        }
    }
}

#[test]
fn without_the_corpus_there_are_none() {
    let fixture = Fixture::new("mistakes-none");
    let exercise = fixture.exercise();
    let found = candidates(&fixture.root, &exercise, "one_becomes_two", "");
    assert_eq!(found, []);
}
