//! This repository's exercises: what is written about them is true.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::{env, fs};

use checker::{Exercise, catalogue, check_pristine, wiring};

const MOST_LINES: usize = 45;
const FEWEST_HINTS: usize = 3;
const FEWEST_WRONG: usize = 4;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn all() -> Vec<Exercise> {
    let all = catalogue(&root()).unwrap();
    assert!(!all.is_empty());
    all
}

#[test]
fn the_sheet_names_the_checks_that_there_are() {
    for exercise in all() {
        let text = fs::read_to_string(exercise.checks_path()).unwrap();
        let lines: Vec<&str> = text.lines().collect();
        let mut found = Vec::new();
        for (index, line) in lines.iter().enumerate() {
            if *line != "#[lab::check]" {
                continue;
            }
            let name = lines[index + 1].strip_prefix("async fn ").unwrap();
            found.push(name.split('(').next().unwrap());
            assert!(
                lines[index - 1].starts_with("/// "),
                "{}: {name} does not say what it proves",
                exercise.name
            );
        }
        assert_eq!(found, exercise.checks, "{}", exercise.name);
    }
}

#[test]
fn each_has_its_hints_and_no_empty_word() {
    for exercise in all() {
        let name = &exercise.name;
        assert!(exercise.hints.len() >= FEWEST_HINTS, "{name}");
        let hints = exercise.hints.iter().map(|hint| &hint.text);
        let mut texts: Vec<&String> = hints.clone().collect();
        let hints: BTreeSet<_> = hints.collect();
        assert_eq!(
            hints.len(),
            exercise.hints.len(),
            "{name} gives a hint twice"
        );
        texts.push(&exercise.title);
        for variant in &exercise.variants {
            texts.extend([&variant.name, &variant.why]);
        }
        assert!(texts.iter().all(|text| !text.trim().is_empty()), "{name}");
        assert!((1..=60).contains(&exercise.minutes), "{name}");
        assert!(!exercise.checks.is_empty(), "{name}");
    }
}

#[test]
fn names_begin_with_the_chapter_and_end_with_the_id() {
    for Exercise { name, id, .. } in all() {
        let number = name.strip_suffix(&format!("_{id}")).unwrap_or("");
        let digits = number.chars().all(|c| c.is_ascii_digit());
        assert!(number.len() == 2 && digits, "{name} is not NN_{id}");
    }
}

#[test]
fn stub_and_solution_can_be_cut_and_the_stub_has_its_todo() {
    let root = root();
    for exercise in all() {
        let stub = exercise.stub(&root).unwrap();
        let name = &exercise.name;
        assert_eq!(stub.matches("// TODO").count(), 1, "{name}");
        assert!(stub.lines().count() <= MOST_LINES, "{name} is too long");
        let solution = exercise.solution(&root).unwrap();
        assert!(!solution.contains("TODO"), "{name}");
        assert!(!solution.contains("todo!"), "{name}");
        assert_ne!(stub, solution, "{name}");
    }
}

#[test]
fn the_generated_files_are_as_generated() {
    let stale = wiring::stale(&root()).unwrap();
    assert!(
        stale.is_empty(),
        "{stale:?}: cargo run -p checker --example exercises -- generate"
    );
}

/// A reader's files are theirs, and edited; in CI nobody has edited them.
#[test]
fn in_ci_every_exercise_is_its_stub() {
    if env::var_os("CI").is_some_and(|value| !value.is_empty()) {
        check_pristine(&root()).unwrap();
    }
}

#[test]
fn shown_variants_are_judged_answers() {
    for exercise in all() {
        for variant in &exercise.variants {
            let head = answer_head(&exercise, &variant.name);
            assert_eq!(
                head, "//! right",
                "{}: {} is not in the corpus as a right answer",
                exercise.name, variant.name
            );
        }
    }
}

#[test]
fn each_has_its_wrong_answers() {
    for exercise in all() {
        let names = answers(&exercise);
        let right = names
            .iter()
            .filter(|name| answer_head(&exercise, name) == "//! right")
            .count();
        assert!(right >= 1, "{}", exercise.name);
        assert!(names.len() - right >= FEWEST_WRONG, "{}", exercise.name);
    }
}

fn folder(exercise: &Exercise) -> PathBuf {
    root().join("crates/answers/answers").join(&exercise.id)
}

fn answers(exercise: &Exercise) -> Vec<String> {
    fs::read_dir(folder(exercise))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .map(|path| path.file_stem().unwrap().to_str().unwrap().to_owned())
        .collect()
}

fn answer_head(exercise: &Exercise, name: &str) -> String {
    let path = folder(exercise).join(format!("{name}.rs"));
    let text = fs::read_to_string(path).unwrap_or_default();
    text.lines().next().unwrap_or_default().to_owned()
}

#[test]
fn chapters_and_exercises_name_each_other() {
    let exercises = all();
    let mut placed = BTreeSet::new();
    for entry in fs::read_dir(root().join("src")).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_none_or(|extension| extension != "md") {
            continue;
        }
        let file = path.file_name().unwrap().to_str().unwrap();
        let text = fs::read_to_string(&path).unwrap();
        for line in text.lines() {
            let Some(name) = line
                .strip_prefix("<!-- exercise: ")
                .and_then(|rest| rest.strip_suffix(" -->"))
            else {
                continue;
            };
            let known = exercises.iter().find(|e| e.name == name);
            let known = known.unwrap_or_else(|| panic!("{file}: no {name}"));
            assert_eq!(known.chapter, file, "{name} belongs elsewhere");
            assert!(placed.insert(name.to_owned()), "{name} stands twice");
            let command = format!("cargo test -p exercises --test {name}");
            assert!(text.contains(&command), "{file} has no `{command}`");
        }
    }
    for exercise in &exercises {
        assert!(
            placed.contains(&exercise.name),
            "{} is on no page",
            exercise.name
        );
    }
}
