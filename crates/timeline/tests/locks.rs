//! A figure with several locks says which one is meant.

use std::{fs, path::Path};

use timeline::Recording;
use timeline::html::{FigureText, figure};

fn recorded(name: &str) -> Recording {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let path = root.join("recordings").join(name).with_extension("json");
    Recording::from_json(&fs::read_to_string(path).unwrap()).unwrap()
}

/// Three forks: each strip, each wait and each hold says which one.
#[test]
fn several_locks_are_numbered_and_one_is_not() {
    let text = FigureText {
        id: "a",
        title: "a",
    };
    let three = figure(&recorded("philosophers"), "", &text);
    assert!(three.contains("holds lock 1, waits for lock 2"));
    assert!(three.contains("gets lock 3"));
    assert!(!three.contains("gets the lock"));
    let one = figure(&recorded("mutex"), "", &text);
    assert!(one.contains("holds the lock"));
    assert!(!one.contains("lock 1"));
}
