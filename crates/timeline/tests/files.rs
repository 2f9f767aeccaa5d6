//! A file that could be read and not be drawn is refused, with what is wrong.

use timeline::Recording;

const TEXT: &str = r#"{
 "format": "async-timeline",
 "version": 1,
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
            "\"version\": 1",
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
