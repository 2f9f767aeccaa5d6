//! A file that could be read and not be drawn is refused, with what is wrong.

use timeline::Recording;

const TEXT: &str = r#"{
 "format": "async-timeline",
 "version": 2,
 "example": "one",
 "runs": []
}"#;

fn error(text: &str) -> String {
    Recording::from_json(text).unwrap_err().to_string()
}

#[test]
fn a_version_that_is_no_number_is_named() {
    for version in ["\"1\"", "-1", "1.5", "null"] {
        let text = TEXT.replacen(
            "\"version\": 2",
            &format!("\"version\": {version}"),
            1,
        );
        let error = error(&text);
        assert!(error.contains(&format!("version is {version}")), "{error}");
        assert!(error.contains("cargo book record"), "{error}");
    }
}

/// A recording of the book, with something taken away or changed.
fn changed(change: impl FnOnce(&mut serde_json::Value)) -> String {
    let path = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../../recordings/semaphore.json"
    );
    let text = std::fs::read_to_string(path).unwrap();
    let mut value: serde_json::Value = serde_json::from_str(&text).unwrap();
    change(&mut value);
    value.to_string()
}

#[test]
fn runs_that_are_missing_or_there_twice_are_named() {
    assert!(Recording::from_json(&changed(|_| {})).is_ok());
    let none = error(&changed(|all| all["runs"] = serde_json::json!([])));
    assert!(none.contains("it has no run"), "{none}");
    let twice = error(&changed(|all| {
        let first = all["runs"][0].clone();
        all["runs"].as_array_mut().unwrap().push(first);
    }));
    assert!(twice.contains("two runs have the value"), "{twice}");
    let default = error(&changed(|all| {
        all["knob"]["default"] = "17".into();
    }));
    assert!(default.contains("default value 17"), "{default}");
    let empty = error(&changed(|all| {
        all["runs"][0]["events"] = serde_json::json!([]);
    }));
    assert!(empty.contains("it has 0 events"), "{empty}");
}

/// Version 1 knew the paused clock, one thread and Tokio: so it is read.
#[test]
fn a_file_of_version_1_becomes_one_of_this_version() {
    let new = changed(|_| {});
    let old = changed(|all| all["version"] = 1.into());
    let (old, new) = (
        Recording::from_json(&old),
        Recording::from_json(&new).unwrap(),
    );
    assert_eq!(old.unwrap(), new);
    assert!(new.to_json().contains("\"version\": 2"));
    let none = error(&changed(|all| all["version"] = 0.into()));
    assert!(none.contains("version 0"), "{none}");
    let next = error(&changed(|all| all["version"] = 3.into()));
    assert!(
        next.contains("version 3") && next.contains("update"),
        "{next}"
    );
}

#[test]
fn threads_clock_and_gap_must_be_of_the_run() {
    let run = |key: &str, value: serde_json::Value| {
        error(&changed(|all| all["runs"][0][key] = value))
    };
    let stand = serde_json::json!([{"thread": 2, "sites": [], "since": 0}]);
    let stands = run("stands", stand);
    assert!(stands.contains("no thread 2 of 1"), "{stands}");
    let gap = |from: u64, before: u64| {
        run(
            "gap",
            serde_json::json!({
                "before": before, "from": from, "to": 5,
                "lanes": 0, "polls": 0, "lines": 0,
            }),
        )
    };
    assert!(gap(9, 0).contains("ends at 5, before 9"), "{}", gap(9, 0));
    assert!(gap(0, 9999).contains("no event 9999"), "{}", gap(0, 9999));
    let fewer = serde_json::json!([{"k": "fewer_probes", "sites": [99]}]);
    let fewer = run("notes", fewer);
    assert!(fewer.contains("no site 99"), "{fewer}");
    let clock = error(&changed(|all| all["clock"] = "real".into()));
    assert!(
        clock.contains("its clock is not that of its run"),
        "{clock}"
    );
    let thread = error(&changed(|all| {
        all["runs"][0]["events"][0]["thread"] = 1.into();
    }));
    assert!(thread.contains("event 0: there is no thread 1"), "{thread}");
}

#[test]
fn a_place_that_is_nowhere_is_named() {
    let broken = |change: &dyn Fn(&mut serde_json::Value)| {
        error(&changed(|all| change(all)))
    };
    for line in [0, 1_000_001, u32::MAX] {
        let said = broken(&|all| {
            all["runs"][0]["sites"][1]["line"] = line.into();
        });
        assert!(said.contains(&format!("site 1: line {line}")), "{said}");
        assert!(said.contains("cargo book record"), "{said}");
    }
    for file in [1, u32::MAX] {
        let said = broken(&|all| {
            all["runs"][0]["sites"][0]["file"] = file.into();
        });
        assert!(said.contains(&format!("no file {file} of 1")), "{said}");
    }
    let none = broken(&|all| all["files"] = serde_json::json!([]));
    assert!(none.contains("it names no file"), "{none}");
    let late = broken(&|all| all["runs"][0]["end"] = (1_u64 << 63).into());
    assert!(late.contains("its end is at 9223372036854775808"), "{late}");
}

#[test]
fn a_key_that_is_there_twice_is_refused() {
    let text = changed(|_| {});
    let twice = |from: &str, to: &str| {
        assert!(text.contains(from), "{from}");
        let said = error(&text.replacen(from, to, 1));
        assert!(said.contains("duplicate field"), "{said}");
    };
    twice("\"runs\":[", "\"runs\":[],\"runs\":[");
    twice("\"label\":", "\"label\":\"other\",\"label\":");
    twice("\"line\":", "\"line\":7,\"line\":");
    twice("\"k\":\"poll\",", "\"k\":\"poll\",\"k\":\"pending\",");
    twice("\"lane\":0", "\"lane\":1,\"lane\":0");
    twice("\"t\":0", "\"t\":0,\"t\":0");
}

#[test]
fn a_file_that_is_far_too_long_is_not_read() {
    let text = changed(|_| {}) + &" ".repeat(33 << 20);
    let said = error(&text);
    assert!(said.contains("it has 33 MiB"), "{said}");
}
