//! What is wrong is named with its file, its line and a remedy.

use crate::fixture::Fixture;

#[test]
fn a_missing_example() {
    let fixture = Fixture::new();
    fixture.replace("../examples/heavy.rs", "../examples/nowhere.rs");
    let problem = fixture.problem();
    assert_eq!(problem.file, "src/waves.md");
    assert_eq!(problem.line, fixture.line("nowhere.rs") - 1);
    assert_eq!(problem.message, "there is no file examples/nowhere.rs");
    assert!(problem.remedy.contains("correct the name"));
    let shown = problem.to_string();
    assert!(shown.starts_with("src/waves.md:"), "{shown}");
    assert!(shown.contains("\n  remedy: "), "{shown}");
}

#[test]
fn a_missing_anchor() {
    let fixture = Fixture::new();
    fixture.replace("wave.rs:job", "wave.rs:jobs");
    let problem = fixture.problem();
    assert_eq!(problem.line, fixture.line("wave.rs:jobs") - 1);
    assert!(problem.message.contains("no anchor `jobs`"));
    assert!(problem.remedy.contains("ANCHOR: jobs"));
}

#[test]
fn a_missing_output() {
    let fixture = Fixture::new();
    fixture.remove("recordings/wave.py.txt");
    let problem = fixture.problem();
    assert_eq!(problem.message, "there is no file recordings/wave.py.txt");
    assert!(problem.remedy.contains("cargo book record wave"));
}

#[test]
fn a_missing_recording() {
    let fixture = Fixture::new();
    fixture.remove("recordings/twin.json");
    let problem = fixture.problem();
    assert_eq!(problem.line, fixture.line("![Both]"));
    assert_eq!(problem.message, "there is no file recordings/twin.json");
}

#[test]
fn a_recording_of_another_version() {
    let fixture = Fixture::new();
    let json = fixture.read("recordings/twin.json");
    let newer = json.replace("\"version\": 2", "\"version\": 7");
    fixture.write("recordings/twin.json", &newer);
    let problem = fixture.problem();
    assert_eq!(problem.line, fixture.line("![Both]"));
    assert!(problem.message.contains("recordings/twin.json"));
    assert!(problem.message.contains("version 7"));
    assert!(problem.message.contains("version 2"));
    assert!(problem.remedy.contains("cargo book record twin"));
}

#[test]
fn a_recording_that_is_none() {
    let fixture = Fixture::new();
    fixture.write("recordings/twin.json", "{\"format\": \"other\"}");
    assert!(fixture.problem().message.contains("recordings/twin.json"));
}

#[test]
fn an_unknown_exercise() {
    let fixture = Fixture::new();
    fixture.replace("exercise: 01_wave", "exercise: 01_waves");
    let problem = fixture.problem();
    assert_eq!(problem.line, fixture.line("exercise: 01_waves"));
    assert!(problem.message.contains("no exercise `01_waves`"));
    assert!(problem.remedy.contains("01_wave"));
}

#[test]
fn an_exercise_of_another_chapter() {
    let fixture = Fixture::new();
    let sheet = fixture.read("exercises/01_wave/exercise.toml");
    let sheet = sheet.replace("waves.md", "other.md");
    fixture.write("exercises/01_wave/exercise.toml", &sheet);
    assert!(fixture.problem().message.contains("belongs to other.md"));
}

#[test]
fn a_question_without_proof() {
    let fixture = Fixture::new();
    fixture.replace("- `150 ms` Each", "- `160 ms` Each");
    let problem = fixture.problem();
    assert_eq!(problem.line, fixture.line("predict: total"));
    assert!(problem.message.contains("proves none of the answers"));
}

#[test]
fn a_question_with_two_proofs() {
    let fixture = Fixture::new();
    fixture.write("recordings/wave.txt", "$ x\nfirst 50 ms\nall 150 ms\n");
    let problem = fixture.problem();
    assert_eq!(problem.line, fixture.line("predict: total"));
    assert!(problem.message.contains("`50 ms`, `150 ms`"), "{problem}");
    assert!(problem.remedy.contains("proof=EXAMPLE:needle"));
}

#[test]
fn a_question_whose_needle_is_nowhere() {
    let fixture = Fixture::new();
    fixture.replace("proof=wave -->", "proof=wave:sum -->");
    assert!(fixture.problem().message.contains("`sum`"));
}

#[test]
fn a_question_that_is_malformed() {
    for (old, new, expected) in [
        ("<!-- /predict -->", "", "no end"),
        ("proof=wave -->", "right=2 -->", "not understood"),
        (
            "proof=wave -->",
            "proof=wave:two words -->",
            "not understood",
        ),
        ("- `150 ms` Each", "- Each", "no label"),
    ] {
        let fixture = Fixture::new();
        fixture.replace(old, new);
        let problem = fixture.problem();
        assert!(problem.message.contains(expected), "{problem}");
        assert_eq!(problem.line, fixture.line("predict: total"));
    }
}

#[test]
fn code_and_output_are_never_written_in_a_chapter() {
    for (language, expected) in [
        ("rust", "rust code written inside"),
        ("python", "python code written inside"),
        ("console", "an output written by hand"),
    ] {
        let fixture = Fixture::new();
        let fence = format!("```{language}\nx\n```\n\n### Exercise");
        fixture.replace("### Exercise", &fence);
        let problem = fixture.problem();
        assert!(problem.message.contains(expected), "{problem}");
    }
}

#[test]
fn a_broken_include() {
    for (new, expected) in [
        ("```text\n{{#include ../nowhere.txt}}\n```", "nowhere.txt"),
        ("```text\n{{#include ../../outside.txt}}\n```", "outside"),
        ("```rust\n{{#include ../../../etc/x.rs}}\n```", "outside"),
        ("```text\na\n{{#include ../book.toml}} b\n```", "alone"),
        ("See {{#include ../book.toml}}.", "alone"),
        (
            "- a\n\n  ```rust\n  {{#include ../examples/wave.rs}}\n  ```",
            "list",
        ),
    ] {
        let fixture = Fixture::new();
        fixture.replace("### Exercise", &format!("{new}\n\n### Exercise"));
        let problem = fixture.problem();
        assert!(problem.message.contains(expected), "{new}: {problem}");
    }
}

#[test]
fn an_example_that_a_sentence_names() {
    let fixture = Fixture::new();
    fixture.replace(
        "Make it shorter.",
        "See `examples/wave.rs`, run `cargo run --example wav`.",
    );
    let problem = fixture.problem();
    assert_eq!(problem.message, "there is no `--example wav`");
    assert_eq!(problem.line, fixture.line("--example wav"));
}

#[test]
fn all_problems_come_at_once() {
    let fixture = Fixture::new();
    fixture.replace("../examples/heavy.rs", "../examples/nowhere.rs");
    fixture.remove("recordings/twin.json");
    assert_eq!(fixture.problems().len(), 2);
}

#[test]
fn a_server_shows_the_problem_in_its_place() {
    let fixture = Fixture::new();
    fixture.replace("exercise: 01_wave", "exercise: 01_<b>");
    let mut options = fixture.options();
    options.keep_going = true;
    let report = render::build(&options).unwrap();
    assert_eq!(report.problems.len(), 1);
    let page = fixture.read("site/waves.html");
    assert!(page.contains("<div class=\"problem\">"));
    assert!(page.contains("no exercise `01_&lt;b&gt;`"));
    assert!(page.contains("src/waves.md:"));
}

#[test]
fn numbers_without_proof_are_warnings() {
    let fixture = Fixture::new();
    assert!(
        fixture.build().warnings.iter().all(|warning| {
            !warning.message.contains("stands in no output")
        })
    );
    fixture.replace("Make it shorter.", "Make it 77 ms.");
    let report = fixture.build();
    let warning = report
        .warnings
        .iter()
        .find(|warning| warning.message.contains("`77 ms`"))
        .unwrap();
    assert_eq!(warning.line, fixture.line("77 ms"));
}

#[test]
fn a_stale_recording_is_a_warning() {
    let fixture = Fixture::new();
    fixture.write("examples/twin.rs", "fn main() { /* new */ }\n");
    let report = fixture.build();
    let stale = report
        .warnings
        .iter()
        .find(|warning| warning.message.contains("has changed since"))
        .unwrap();
    assert_eq!(stale.line, fixture.line("![Both]"));
}

#[test]
fn a_chapter_that_is_not_there() {
    let fixture = Fixture::new();
    fixture.write("src/SUMMARY.md", "- [Waves](wave.md)\n");
    let mut options = fixture.options();
    options.keep_going = true;
    let error = render::build(&options).unwrap_err();
    assert!(format!("{error:#}").contains("wave.md"), "{error:#}");
}
