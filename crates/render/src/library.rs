//! The files that a chapter may show: examples, recordings, exercises.

use crate::problem::Fault;
use anyhow::{Context, Result};
use checker::Exercise;
use std::{
    collections::HashMap,
    fs,
    path::{Component, Path, PathBuf},
};

pub struct Library {
    pub root: PathBuf,
    exercises: Vec<Exercise>,
    /// The features that an example needs, from the root `Cargo.toml`.
    features: HashMap<String, Vec<String>>,
}

impl Library {
    pub fn open(root: &Path) -> Result<Self> {
        let exercises = checker::catalogue(root)
            .context("cannot read the catalogue of exercises")?;
        let features = required_features(root)?;
        Ok(Self {
            root: root.to_owned(),
            exercises,
            features,
        })
    }

    /// Resolves the path of an include against the chapter's folder. The
    /// result is relative to the repository and has forward slashes.
    pub fn resolve(&self, folder: &Path, path: &str) -> Option<String> {
        let mut parts: Vec<String> = Vec::new();
        for part in Path::new("src").join(folder).join(path).components() {
            match part {
                Component::Normal(name) => {
                    parts.push(name.to_str()?.to_owned());
                }
                Component::ParentDir => {
                    parts.pop()?;
                }
                Component::CurDir => {}
                Component::RootDir | Component::Prefix(_) => return None,
            }
        }
        Some(parts.join("/"))
    }

    /// Reads a file of the repository, with `\n` as the end of lines.
    pub fn read(&self, path: &str) -> Result<String, Fault> {
        fs::read_to_string(self.root.join(path))
            .map(|text| text.replace("\r\n", "\n"))
            .map_err(|error| missing(path, &error))
    }

    pub fn exercise(&self, name: &str) -> Result<&Exercise, Fault> {
        let found = self.exercises.iter().find(|each| each.name == name);
        found.ok_or_else(|| {
            let known: Vec<&str> =
                self.exercises.iter().map(|each| &*each.name).collect();
            Fault::new(
                format!("there is no exercise `{name}`"),
                format!(
                    "name a folder of exercises/: {}",
                    if known.is_empty() {
                        "there is none yet".to_owned()
                    } else {
                        known.join(", ")
                    }
                ),
            )
        })
    }

    /// The command that runs an example.
    pub fn command(&self, example: &str) -> String {
        match self.features.get(example) {
            Some(features) => format!(
                "cargo run --features {} --example {example}",
                features.join(",")
            ),
            None => format!("cargo run --example {example}"),
        }
    }
}

fn missing(path: &str, error: &std::io::Error) -> Fault {
    let message = match error.kind() {
        std::io::ErrorKind::NotFound => format!("there is no file {path}"),
        _ => format!("cannot read {path}: {error}"),
    };
    let remedy = if let Some(made) = path.strip_prefix("recordings/") {
        let name = made.split('.').next().unwrap_or(made);
        format!("make it: `cargo book record {name}`")
    } else {
        "write it, or correct the name in the chapter".to_owned()
    };
    Fault::new(message, remedy)
}

fn required_features(root: &Path) -> Result<HashMap<String, Vec<String>>> {
    let path = root.join("Cargo.toml");
    let Ok(text) = fs::read_to_string(&path) else {
        return Ok(HashMap::new()); // A book without examples of its own.
    };
    let manifest: toml::Table = text
        .parse()
        .with_context(|| format!("cannot read {}", path.display()))?;
    let examples = manifest.get("example").and_then(toml::Value::as_array);
    let mut found = HashMap::new();
    for example in examples.into_iter().flatten() {
        let name = example.get("name").and_then(toml::Value::as_str);
        let features = example
            .get("required-features")
            .and_then(toml::Value::as_array);
        if let (Some(name), Some(features)) = (name, features) {
            let features = features.iter().filter_map(toml::Value::as_str);
            found
                .insert(name.to_owned(), features.map(str::to_owned).collect());
        }
    }
    Ok(found)
}
