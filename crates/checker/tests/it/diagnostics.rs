//! Errors and warnings stand at their lines.

use checker::diagnostics::parse;
use checker::{Diagnostic, Judgment, Level, Limits, Verdict};
use serde_json::json;

use crate::fixture::Fixture;

fn judgment(fixture: &Fixture) -> Judgment {
    fixture.judgment(&Limits::default()).unwrap()
}

fn errors(fixture: &Fixture) -> Vec<Diagnostic> {
    match judgment(fixture).verdict {
        Verdict::Broken { diagnostics, .. } => diagnostics,
        other => panic!("not broken: {other:?}"),
    }
}

fn place(said: &Diagnostic) -> [u32; 4] {
    [said.line, said.column, said.end_line, said.end_column]
}

#[test]
fn an_error_has_its_place_its_code_and_its_words() {
    let fixture = Fixture::new("diagnostic-place");
    fixture.answer("pub fn double(n: u32) -> u32 {\n    n * \"2\"\n}\n");
    let all = errors(&fixture);
    assert_eq!(all.len(), 1, "{all:?}");
    assert_eq!(place(&all[0]), [2, 7, 2, 8]);
    assert_eq!(all[0].level, Level::Error);
    assert_eq!(all[0].code.as_deref(), Some("E0277"));
    assert!(all[0].message.starts_with("cannot multiply"));
    assert!(all[0].rendered.contains("exercise.rs:2:7"));
}

#[test]
fn two_errors_of_one_kind_are_two() {
    let fixture = Fixture::new("diagnostic-two");
    fixture.answer("pub fn double(n: u32) -> u32 {\n    a;\n    a\n}\n");
    let lines: Vec<u32> = errors(&fixture).iter().map(|d| d.line).collect();
    assert_eq!(lines, [2, 3]);
}

#[test]
fn what_comes_out_of_a_macro_stands_where_it_was_called() {
    let fixture = Fixture::new("diagnostic-macro");
    fixture.answer(
        "pub fn double(n: u32) -> u32 {\n    assert_eq!(n, \"2\");\n    n\n}\n",
    );
    let all = errors(&fixture);
    assert_eq!(all[0].line, 2, "{all:?}");
    fixture.answer("include!(\"nothing.rs\");\n");
    assert_eq!(errors(&fixture)[0].line, 1);
}

#[test]
fn an_error_elsewhere_has_no_place() {
    let fixture = Fixture::new("diagnostic-elsewhere");
    fixture.answer("// all gone\n");
    let all = errors(&fixture);
    assert_eq!(place(&all[0]), [0; 4]);
    assert!(all[0].rendered.contains("checks.rs"), "{all:?}");
}

#[test]
fn warnings_are_kept_beside_any_verdict() {
    let fixture = Fixture::new("diagnostic-warnings");
    let text = |end: &str| {
        format!(
            "pub fn double(n: u32) -> u32 {{\n    let a = 1;\n    {end}\n}}\n"
        )
    };
    for end in ["n * 2", "n"] {
        fixture.answer(&text(end));
        let Judgment { warnings, .. } = judgment(&fixture);
        assert_eq!(warnings.len(), 1, "{warnings:?}");
        assert_eq!(warnings[0].line, 2);
        assert_eq!(warnings[0].level, Level::Warning);
        assert_eq!(warnings[0].code.as_deref(), Some("unused_variables"));
    }
}

#[test]
fn the_checks_that_ran_are_told() {
    let fixture = Fixture::new("diagnostic-checks");
    fixture.body("n");
    let checks = judgment(&fixture).checks;
    let told: Vec<_> =
        checks.iter().map(|c| (c.name.as_str(), c.passed)).collect();
    let expected =
        [("one_becomes_two", false), ("nothing_stays_nothing", true)];
    assert_eq!(told, expected);
}

#[test]
fn the_page_that_explains_it_is_named() {
    let fixture = Fixture::new("diagnostic-page");
    fixture.write(
        "src/error-messages.md",
        "| Message | Code | What | Explained in |\n|---|---|---|---|\n\
         | `cannot multiply` | E0277 | a sum | [Sums](sums.md#traps) |\n",
    );
    fixture.body("n * \"2\"");
    let page = errors(&fixture)[0].page.clone().unwrap();
    assert_eq!(
        (page.title.as_str(), page.href.as_str()),
        ("Sums", "sums.html#traps")
    );
}

#[test]
fn colors_are_for_the_terminal_only() {
    let fixture = Fixture::new("diagnostic-color");
    fixture.body("n * \"2\"");
    assert!(!errors(&fixture)[0].rendered.contains('\u{1b}'));
    let limits = Limits {
        color: true,
        ..Limits::default()
    };
    let Verdict::Broken { errors, .. } = fixture.verdict(&limits).unwrap()
    else {
        panic!("not broken");
    };
    assert!(errors.contains('\u{1b}'), "{errors}");
}

#[test]
fn a_line_that_is_no_message_is_none() {
    let line = |message: serde_json::Value| {
        json!({"reason": "compiler-message", "message": message}).to_string()
    };
    for text in ["", "{", "[]", "null", "{\"message\": 1}"] {
        assert_eq!(parse(text, "a.rs"), None, "{text}");
    }
    let sum = line(json!({
        "level": "error", "spans": [],
        "message": "aborting due to 1 previous error",
    }));
    assert_eq!(parse(&sum, "a.rs"), None);
    let note = line(json!({"level": "note", "message": "a", "spans": []}));
    assert_eq!(parse(&note, "a.rs"), None);
}

#[test]
fn a_file_is_known_by_the_whole_of_its_last_names() {
    let line = |file: &str| {
        json!({"message": {
            "level": "error", "message": "no", "rendered": "error: no\n",
            "spans": [{"file_name": file, "is_primary": true, "line_start": 3,
                "column_start": 1, "line_end": 3, "column_end": 2}],
        }})
        .to_string()
    };
    let found = |file: &str| parse(&line(file), "one/a.rs").unwrap().line;
    assert_eq!(found("one/a.rs"), 3);
    assert_eq!(found("exercises\\one\\a.rs"), 3);
    assert_eq!(found("exercises/one/a.rs"), 3);
    assert_eq!(found("exercises/twone/a.rs"), 0);
}

/// What `tokio::join!` complains of lies in Tokio; the reader called it.
#[test]
fn a_place_in_another_crate_is_followed_to_the_call() {
    let span = |file: &str, line: u32, expansion: serde_json::Value| {
        json!({"file_name": file, "is_primary": true, "line_start": line,
            "column_start": 1, "line_end": line, "column_end": 2,
            "expansion": expansion})
    };
    let null = serde_json::Value::Null;
    let mine = span("exercises/one/a.rs", 7, null.clone());
    let inner = span("tokio/src/try_join.rs", 90, json!({"span": mine}));
    let outer = span("tokio/src/join.rs", 80, json!({"span": inner}));
    let line = json!({"message": {
        "level": "error", "message": "no", "spans": [outer],
    }})
    .to_string();
    assert_eq!(parse(&line, "one/a.rs").unwrap().line, 7);
    // And one that nobody of ours called.
    let line = json!({"message": {
        "level": "error", "message": "no",
        "spans": [span("tokio/src/join.rs", 80, null)],
    }})
    .to_string();
    assert_eq!(parse(&line, "one/a.rs").unwrap().line, 0);
}
