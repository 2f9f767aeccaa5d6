//! Every verdict, and every way in which a program may misbehave.

use std::time::Duration;

use checker::{Limits, Verdict};

use crate::fixture::Fixture;

fn limits() -> Limits {
    Limits {
        check: bounded_process::Limits {
            time: Duration::from_secs(1),
            output: 64 * 1024,
            lines: usize::MAX,
            ..bounded_process::Limits::default()
        }
        .with(|most| most.address_space = 512 << 20),
        ..Limits::default()
    }
}

#[test]
fn the_untouched_stub_is_unsolved_without_a_build() {
    let fixture = Fixture::new("untouched");
    let verdict = fixture.verdict(&limits()).unwrap();
    assert_eq!(verdict, Verdict::Unsolved);
    assert!(!fixture.root.join("target").exists());
}

#[test]
fn a_todo_in_every_check_is_unsolved() {
    let fixture = Fixture::new("todo");
    fixture.body("let _ = n; todo!(\"later\")");
    assert_eq!(fixture.verdict(&limits()).unwrap(), Verdict::Unsolved);
}

#[test]
fn the_solution_is_solved_and_stays_so_after_a_rebuild() {
    let fixture = Fixture::new("solved");
    let solution = fixture.exercise().solution(&fixture.root).unwrap();
    fixture.answer(&solution);
    assert_eq!(fixture.verdict(&limits()).unwrap(), Verdict::Solved);
    assert_eq!(fixture.verdict(&limits()).unwrap(), Verdict::Solved);
}

#[test]
fn what_does_not_compile_is_broken_and_says_where() {
    let fixture = Fixture::new("broken");
    fixture.body("n * \"2\"");
    let Verdict::Broken { errors, .. } = fixture.verdict(&limits()).unwrap()
    else {
        panic!("not broken");
    };
    assert!(errors.contains("E0277"), "{errors}");
    assert!(errors.contains("exercise.rs:1"), "{errors}");
}

#[test]
fn a_deleted_file_is_broken_and_can_be_reset() {
    let fixture = Fixture::new("deleted");
    std::fs::remove_file(fixture.exercise().source_path()).unwrap();
    let Verdict::Broken { errors, .. } = fixture.verdict(&limits()).unwrap()
    else {
        panic!("not broken");
    };
    assert!(errors.contains("cargo book reset 01_double"), "{errors}");
}

#[test]
fn errors_that_only_follow_are_left_out() {
    let fixture = Fixture::new("follow");
    let errors = |text: &str| {
        fixture.answer(text);
        match fixture.verdict(&limits()).unwrap() {
            Verdict::Broken { errors, .. } => errors,
            other => panic!("not broken: {other:?}"),
        }
    };
    // Both checks miss the function; the reader wrote one mistake.
    let text = errors("fn");
    assert_eq!(text.matches("error").count(), 1, "{text}");
    assert!(text.contains("exercise.rs:1"), "{text}");
    let text = errors("// all gone\n");
    assert_eq!(text.matches("error[").count(), 1, "{text}");
    assert!(text.contains("cannot find function `double`"), "{text}");
}

#[test]
fn a_failing_check_is_named_with_its_message_alone() {
    let fixture = Fixture::new("failing");
    fixture.body("assert!(n != 1, \"one is not supported\"); n * 2");
    let verdict = fixture.verdict(&limits()).unwrap();
    assert_eq!(
        verdict,
        Verdict::Failing {
            check: "one_becomes_two".to_owned(),
            message: "one is not supported".to_owned(),
            passed: vec!["nothing_stays_nothing".to_owned()],
        }
    );
}

#[test]
fn an_endless_loop_is_stopped() {
    let fixture = Fixture::new("endless");
    fixture.body("if n == 1 { loop { std::hint::spin_loop() } } n");
    let verdict = fixture.verdict(&limits()).unwrap();
    let Verdict::Hung { check, message } = verdict else {
        panic!("not hung: {verdict:?}");
    };
    assert_eq!(check, "one_becomes_two");
    assert!(message.contains("did not end within 1 s"), "{message}");
}

#[test]
fn endless_output_is_stopped() {
    let fixture = Fixture::new("prints");
    fixture.body("loop { println!(\"{n}\") }");
    let mut limits = limits();
    limits.check.time = Duration::from_secs(60);
    let verdict = fixture.verdict(&limits).unwrap();
    let Verdict::Hung { message, .. } = verdict else {
        panic!("not hung: {verdict:?}");
    };
    assert!(message.contains("more than 64 KiB"), "{message}");
}

#[test]
#[cfg(target_os = "linux")]
fn endless_memory_is_refused() {
    let fixture = Fixture::new("memory");
    fixture.body("let mut v = vec![n]; loop { v.extend_from_within(..) }");
    let mut limits = limits();
    limits.check.time = Duration::from_secs(60);
    let verdict = fixture.verdict(&limits).unwrap();
    let Verdict::Failing { message, .. } = verdict else {
        panic!("not failing: {verdict:?}");
    };
    assert!(message.contains("more than 512 MiB of memory"), "{message}");
}

#[test]
fn leaving_the_process_is_no_success() {
    let fixture = Fixture::new("leaves");
    fixture.body("std::process::exit((n * 0) as i32)");
    let verdict = fixture.verdict(&limits()).unwrap();
    assert!(matches!(verdict, Verdict::Failing { .. }), "{verdict:?}");
}

#[test]
fn a_missing_check_is_an_error_and_not_a_success() {
    let fixture = Fixture::new("missing");
    fixture.body("n * 2");
    fixture.write(
        "exercises/01_double/checks.rs",
        "use super::exercise::*;\n#[test]\nfn one_becomes_two() \
         { assert_eq!(double(1), 2); }\n",
    );
    let error = fixture.verdict(&limits()).unwrap_err().to_string();
    assert!(
        error.contains("`nothing_stays_nothing` is missing"),
        "{error}"
    );
}

#[test]
fn a_missing_target_is_an_error_and_not_a_success() {
    let fixture = Fixture::new("no-target");
    fixture.body("n * 2");
    fixture.write(
        "exercises/Cargo.toml",
        "[package]\nname = \"exercises\"\nedition = \"2024\"\n\
         autotests = false\n[[test]]\nname = \"other\"\n\
         path = \"01_double/main.rs\"\n",
    );
    let error = fixture.verdict(&limits()).unwrap_err().to_string();
    assert!(error.contains("01_double"), "{error}");
}

#[test]
fn a_verdict_goes_to_json_and_back() {
    let verdict = Verdict::Broken {
        errors: "E0000".to_owned(),
        diagnostics: Vec::new(),
    };
    let text = serde_json::to_string(&verdict).unwrap();
    assert_eq!(
        text,
        r#"{"state":"broken","errors":"E0000","diagnostics":[]}"#
    );
    assert_eq!(serde_json::from_str::<Verdict>(&text).unwrap(), verdict);
}

#[test]
fn the_stub_is_held_to_fail_each_check() {
    let fixture = Fixture::new("strict");
    let limits = Limits {
        target_dir: Some(fixture.root.join("target")),
        ..limits()
    };
    let strict = || {
        checker::verdict::check_stub(
            &fixture.root,
            &fixture.exercise(),
            &limits,
        )
        .map_err(|error| error.to_string())
    };
    assert_eq!(strict(), Ok(()));
    fixture.body("n");
    let error = strict().unwrap_err();
    assert!(error.contains("`nothing_stays_nothing` passes"), "{error}");
    fixture.body("todo!()");
    let error = strict().unwrap_err();
    assert!(error.contains("compiles with warnings"), "{error}");
}
