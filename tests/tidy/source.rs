//! What holds for every file of code.

use std::collections::BTreeSet;

use crate::files::{self, File};
use crate::none;

const MOST_LINES: usize = 400;

/// Written by a tool, or by somebody else.
fn is_generated(path: &str) -> bool {
    path.starts_with("viewer/src/generated/")
        || path == "theme/viewer.js"
        || path == "theme/highlight.js"
        || path.contains(".min.")
}

#[test]
fn no_file_of_code_is_too_long_to_read() {
    let files = files::ending(&[".rs", ".ts", ".tsx", ".mjs", ".js", ".py"]);
    let long = files
        .iter()
        .filter(|file| !is_generated(&file.path))
        .map(|file| (&file.path, file.text.lines().count()))
        .filter(|(_, lines)| *lines > MOST_LINES)
        .map(|(path, lines)| format!("{path}: {lines} lines"));
    none(&long.collect::<Vec<_>>());
}

#[test]
fn every_module_says_first_what_it_is_for() {
    let mut wrong = Vec::new();
    for File { path, text } in files::ending(&[".rs"]) {
        let wired = path.starts_with("exercises/") && path.ends_with("main.rs");
        let told = wired
            || path.contains("/tests/fixture/")
            || path.ends_with("/tests.rs");
        if !told && !text.starts_with("//! ") {
            wrong.push(format!("{path} does not begin with a `//!` line"));
        }
    }
    none(&wrong);
}

#[test]
fn a_module_stands_beside_its_folder() {
    let files = files::ending(&[".rs"]);
    let wrong = files
        .iter()
        .filter(|file| file.path.ends_with("/mod.rs"))
        .map(|file| format!("{}: name it like its folder", file.path));
    none(&wrong.collect::<Vec<_>>());
}

/// A panic tells a reader nothing. In tests it tells the developer enough.
#[test]
fn only_tests_unwrap() {
    let mut files = files::ending(&[".rs"]);
    files.retain(|file| {
        let tool = file.path.starts_with("crates/")
            && file.path.contains("/src/")
            && !file.path.starts_with("crates/answers/answers/");
        tool || file.path.starts_with("examples/")
            || file.path.starts_with("solutions/src/")
    });
    let tests = modules_for_tests(&files);
    let mut wrong = Vec::new();
    for File { path, text } in &files {
        if tests.contains(path) {
            continue;
        }
        for (number, line) in text.lines().enumerate() {
            if line.trim() == "#[cfg(test)]" && !is_before_mod(text, number) {
                break;
            }
            let code = line.split("//").next().unwrap_or_default();
            if code.contains(".unwrap()") {
                wrong.push(format!("{path}:{}: {}", number + 1, line.trim()));
            }
        }
    }
    none(&wrong);
}

/// `#[cfg(test)]` above `mod name;`, not above the module of tests itself.
fn is_before_mod(text: &str, number: usize) -> bool {
    let next = text.lines().nth(number + 1).unwrap_or_default();
    next.ends_with(';')
}

fn modules_for_tests(files: &[File]) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for File { path, text } in files {
        let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder);
        for (number, line) in text.lines().enumerate() {
            if line.trim() != "#[cfg(test)]" {
                continue;
            }
            let next = text.lines().nth(number + 1).unwrap_or_default();
            let name = next
                .strip_prefix("mod ")
                .and_then(|rest| rest.strip_suffix(';'));
            if let Some(name) = name {
                found.insert(format!("{folder}/{name}.rs"));
                let own = path.trim_end_matches(".rs");
                found.insert(format!("{own}/{name}.rs"));
            }
        }
    }
    found
}

#[test]
fn lines_end_where_their_words_do() {
    let files = files::ending(&[
        ".rs",
        ".md",
        ".toml",
        ".ts",
        ".tsx",
        ".mjs",
        ".css",
        ".py",
        ".yml",
        ".html",
        ".hbs",
        "run",
        ".gitignore",
    ]);
    let mut wrong = Vec::new();
    for File { path, text } in files {
        if is_generated(&path) {
            continue;
        }
        if text.contains('\r') {
            wrong.push(format!("{path} has ends of lines from Windows"));
        }
        if !text.is_empty() && (!text.ends_with('\n') || text.ends_with("\n\n"))
        {
            wrong.push(format!("{path} does not end with one end of line"));
        }
        for (number, line) in text.lines().enumerate() {
            if line.trim_end() != line {
                let number = number + 1;
                wrong.push(format!("{path}:{number} ends with a space"));
            }
        }
    }
    none(&wrong);
}

/// A path of the machine on which something was written is wrong on all
/// others.
#[test]
fn no_file_names_a_folder_of_somebodys_machine() {
    // In two parts, or this file would be found.
    let folders = [
        ("/wo", "rk/"),
        ("/ro", "ot/"),
        ("/Use", "rs/"),
        (r"C:\Us", "ers"),
    ]
    .map(|(a, b)| format!("{a}{b}"));
    let mut wrong = Vec::new();
    for File { path, text } in files::all() {
        if path.contains(".min.") {
            continue;
        }
        for (number, line) in text.lines().enumerate() {
            let number = number + 1;
            let named = folders.iter().find(|folder| line.contains(*folder));
            if let Some(folder) = named {
                wrong.push(format!("{path}:{number} names {folder}"));
            }
        }
    }
    none(&wrong);
}

/// Packages come from where the reader's machine gets them.
#[test]
fn no_lock_file_and_no_setting_names_a_registry() {
    let mut wrong = Vec::new();
    let lock = files::read("viewer/package-lock.json");
    if lock.contains("\"resolved\"") {
        wrong.push("viewer/package-lock.json says where from".to_owned());
    }
    for line in files::read("Cargo.lock").lines() {
        let usual = "source = \"registry+https://github.com/rust-lang/\
                     crates.io-index\"";
        if line.starts_with("source = ") && line != usual {
            wrong.push(format!("Cargo.lock: {line}"));
        }
    }
    let config = files::read(".cargo/config.toml");
    if config.contains("[source") || config.contains("[registries") {
        wrong.push(".cargo/config.toml names a registry".to_owned());
    }
    none(&wrong);
}
