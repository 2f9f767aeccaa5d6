//! The files of the repository.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// A text file, and its path from the root, with forward slashes.
pub struct File {
    pub path: String,
    pub text: String,
}

pub fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

pub fn read(path: &str) -> String {
    fs::read_to_string(root().join(path))
        .unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// Every committed text file. Without Git (a downloaded archive), every file
/// that Git would not ignore.
pub fn all() -> Vec<File> {
    let paths = tracked().unwrap_or_else(|| {
        let mut found = Vec::new();
        walk(&root(), &mut found);
        found
    });
    assert!(paths.len() > 100, "only {} files", paths.len());
    paths
        .into_iter()
        .filter(|path| !is_the_readers(path))
        .filter_map(|path| {
            // What is no text is no matter, nor is what was just removed.
            let text = fs::read_to_string(root().join(&path)).ok()?;
            Some(File { path, text })
        })
        .collect()
}

/// Those whose names end in one of `endings`.
pub fn ending(endings: &[&str]) -> Vec<File> {
    let mut files = all();
    files.retain(|file| endings.iter().any(|end| file.path.ends_with(end)));
    assert!(!files.is_empty(), "no file ends in {endings:?}");
    files
}

fn is_the_readers(path: &str) -> bool {
    path.starts_with("exercises/") && path.ends_with("/exercise.rs")
}

fn tracked() -> Option<Vec<String>> {
    let output = Command::new("git")
        .args(["ls-files", "-z"])
        .current_dir(root())
        .output()
        .ok()?;
    let paths = String::from_utf8(output.stdout).ok()?;
    let paths = paths.split('\0').filter(|path| !path.is_empty());
    Some(paths.map(str::to_owned).collect()).filter(|_| output.status.success())
}

fn walk(dir: &Path, found: &mut Vec<String>) {
    const IGNORED: [&str; 6] = [
        ".git",
        "target",
        "book",
        ".book",
        "node_modules",
        "__pycache__",
    ];
    for entry in fs::read_dir(dir).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_string_lossy();
        if path.is_dir() {
            if !IGNORED.contains(&&*name) {
                walk(&path, found);
            }
        } else if let Ok(path) = path.strip_prefix(root()) {
            let path = path.to_string_lossy().replace('\\', "/");
            found.push(path);
        }
    }
}
