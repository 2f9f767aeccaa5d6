//! Knows which examples the checkout has, and which of them the page may run.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use serde::Deserialize;

use crate::places::SCRATCH;

/// What a name stands for.
#[derive(Debug, PartialEq, Eq)]
pub enum Example {
    /// A file of `examples/` that needs nothing else.
    Plain,
    /// A file of `examples/` that needs features, so much to compile.
    Gated { features: Vec<String> },
}

impl Example {
    /// Can it be compiled with these features at most?
    pub fn needs_only(&self, features: &[&str]) -> bool {
        match self {
            Example::Plain => true,
            Example::Gated { features: needed } => needed
                .iter()
                .all(|needed| features.contains(&needed.as_str())),
        }
    }
}

/// Where the reader's copy of an example is, if there is one. The name was
/// looked up.
pub fn scratch(home: &Path, name: &str) -> PathBuf {
    home.join(SCRATCH).join(format!("{name}.rs"))
}

/// Looks `name` up in the folder `examples/`.
///
/// The name is compared with the files that are there and never becomes part
/// of a path, so `../x` is an unknown name.
pub fn find(root: &Path, name: &str) -> Result<Option<Example>> {
    if !all(root)?.iter().any(|known| known == name) {
        return Ok(None);
    }
    let features = required_features(root, name)?;
    Ok(Some(if features.is_empty() {
        Example::Plain
    } else {
        Example::Gated { features }
    }))
}

/// The names of `examples/*.rs`, sorted.
pub fn all(root: &Path) -> Result<Vec<String>> {
    let folder = root.join("examples");
    let entries = std::fs::read_dir(&folder)
        .with_context(|| format!("cannot read {}", folder.display()))?;
    let mut names = Vec::new();
    for entry in entries {
        let path = entry?.path();
        if path.extension().is_some_and(|e| e == "rs")
            && path.is_file()
            && let Some(stem) = path.file_stem().and_then(|s| s.to_str())
            && is_plain(stem)
        {
            names.push(stem.to_string());
        }
    }
    names.sort();
    Ok(names)
}

/// As examples are named; never an option of Cargo.
fn is_plain(name: &str) -> bool {
    !name.starts_with('-')
        && name
            .chars()
            .all(|c| c.is_ascii_alphanumeric() || c == '_' || c == '-')
}

#[derive(Deserialize)]
struct Manifest {
    #[serde(default)]
    example: Vec<Target>,
}

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case")]
struct Target {
    name: String,
    #[serde(default)]
    required_features: Vec<String>,
}

fn required_features(root: &Path, name: &str) -> Result<Vec<String>> {
    let path = root.join("Cargo.toml");
    let text = std::fs::read_to_string(&path)
        .with_context(|| format!("cannot read {}", path.display()))?;
    let manifest: Manifest = toml::from_str(&text)
        .with_context(|| format!("cannot understand {}", path.display()))?;
    Ok(manifest
        .example
        .into_iter()
        .find(|target| target.name == name)
        .map(|target| target.required_features)
        .unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn checkout() -> tempfile::TempDir {
        let dir = tempfile::tempdir().unwrap();
        let examples = dir.path().join("examples");
        std::fs::create_dir_all(examples.join("fail")).unwrap();
        for name in ["one.rs", "one.py", "heavy.rs", "--help.rs", "fail/not.rs"]
        {
            std::fs::write(examples.join(name), "fn main() {}").unwrap();
        }
        std::fs::write(
            dir.path().join("Cargo.toml"),
            "[package]\nname = \"x\"\n[[example]]\nname = \"heavy\"\n\
             required-features = [\"console\"]\n",
        )
        .unwrap();
        dir
    }

    #[test]
    fn knows_plain_and_gated_examples() {
        let dir = checkout();
        let find = |name| find(dir.path(), name).unwrap();
        assert_eq!(find("one"), Some(Example::Plain));
        let features = vec!["console".to_string()];
        assert_eq!(find("heavy"), Some(Example::Gated { features }));
    }

    #[test]
    fn a_name_is_never_a_path() {
        let dir = checkout();
        for name in [
            "missing", "../one", "fail/not", "./one", "one.rs", "", "ONE",
            "one\0", "..\\one", "--help",
        ] {
            assert_eq!(find(dir.path(), name).unwrap(), None, "{name:?}");
        }
    }
}
