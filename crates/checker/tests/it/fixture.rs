//! A repository with one exercise that needs no crates: builds in no time.

use std::fs;
use std::path::{Path, PathBuf};

use checker::{Exercise, Judgment, Limits, Verdict};

pub const SOLUTION: &str = "\
//! Double a number.

pub fn double(n: u32) -> u32 {
    // begin solution
    //~ // TODO: twice as much.
    //~ todo!(\"{n} and {n}\")
    n * 2
    // end solution
}
";

const CHECKS: &str = "\
use super::exercise::*;

#[test]
fn one_becomes_two() {
    assert_eq!(double(1), 2);
}

#[test]
fn nothing_stays_nothing() {
    assert_eq!(double(0), 0);
}
";

pub const SHEET: &str = r#"
id = "double"
title = "Twice as much"
chapter = "numbers.md"
minutes = 1
checks = ["one_becomes_two", "nothing_stays_nothing"]
hints = ["a", "b", "c"]
[[variants]]
name = "added"
why = "n + n is the same."
"#;

/// A fresh repository under Cargo's folder for temporary files.
pub struct Fixture {
    pub root: PathBuf,
}

impl Fixture {
    pub fn new(name: &str) -> Self {
        let root = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
        if root.exists() {
            fs::remove_dir_all(&root).unwrap();
        }
        let fixture = Self { root };
        fixture.write(
            "Cargo.toml",
            "[workspace]\nresolver = \"3\"\nmembers = [\"exercises\"]\n",
        );
        fixture.write(
            "exercises/Cargo.toml",
            "[package]\nname = \"exercises\"\nedition = \"2024\"\n\
             autotests = false\n\n\
             # Generated below: cargo run -p checker --example exercises -- \
             generate\n\n\
             [[test]]\nname = \"01_double\"\npath = \"01_double/main.rs\"\n",
        );
        fixture.write("solutions/src/double.rs", SOLUTION);
        fixture.write("exercises/01_double/exercise.toml", SHEET);
        fixture.write("exercises/01_double/checks.rs", CHECKS);
        fixture.write(
            "exercises/01_double/main.rs",
            "mod exercise;\n\n#[path = \"checks.rs\"]\nmod double;\n",
        );
        let stub = fixture.exercise().stub(&fixture.root).unwrap();
        fixture.answer(&stub);
        fixture
    }

    pub fn write(&self, path: &str, text: &str) {
        let path = self.root.join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    /// What the reader writes.
    pub fn answer(&self, text: &str) {
        self.write("exercises/01_double/exercise.rs", text);
    }

    pub fn body(&self, body: &str) {
        self.answer(&format!("pub fn double(n: u32) -> u32 {{ {body} }}\n"));
    }

    pub fn exercise(&self) -> Exercise {
        checker::find(&self.root, "double").unwrap()
    }

    pub fn verdict(&self, limits: &Limits) -> anyhow::Result<Verdict> {
        let judgment = self.judgment(limits)?;
        Ok(judgment.verdict)
    }

    pub fn judgment(&self, limits: &Limits) -> anyhow::Result<Judgment> {
        let mut limits = limits.clone();
        limits.target_dir = Some(self.root.join("target"));
        checker::verdict(&self.root, &self.exercise(), &limits)
    }
}
