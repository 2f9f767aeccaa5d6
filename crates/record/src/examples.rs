//! Which examples there are, and how each is recorded.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use serde::Deserialize;

pub struct Example {
    pub name: String,
    pub source: String,
    /// The asyncio twin, where there is one.
    pub twin: Option<PathBuf>,
    pub spec: Spec,
    /// Features that its command line names.
    pub features: Vec<String>,
}

impl Example {
    /// Whether the harness can run it: a program that builds its own runtime,
    /// or whose subject is the real clock, only shows its output.
    pub fn has_timeline(&self) -> bool {
        let main = self.source.contains("#[tokio::main");
        // The recorder's runtime runs the tasks of a `LocalSet` itself.
        let local = self.source.contains("LocalSet");
        main && !local && self.spec.clock == ClockSpec::Virtual
    }

    /// What the reader types.
    pub fn command(&self) -> String {
        let name = &self.name;
        match &self.features[..] {
            [] => format!("cargo run --example {name}"),
            features => format!(
                "cargo run --example {name} --features {}",
                features.join(",")
            ),
        }
    }
}

/// `recordings/NAME.toml`
#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Spec {
    pub knob: Option<Knob>,
    /// Lanes by the name that the recorder gives them, and their better name.
    #[serde(default)]
    pub lanes: BTreeMap<String, String>,
    #[serde(default)]
    pub clock: ClockSpec,
    /// Words: lines of the output that have one of them come in any order.
    #[serde(default)]
    pub free: Vec<String>,
    /// Sentences of a chapter about Tokio's scheduling that hold because the
    /// program prints what it prints: another Tokio may make them untrue.
    #[serde(default)]
    pub says: Vec<String>,
}

#[derive(Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ClockSpec {
    #[default]
    Virtual,
    /// No timeline: the paused clock would lie.
    Real,
    /// Not run at all: it never ends by itself.
    Never,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Knob {
    /// A constant of the example.
    pub name: String,
    /// What the page calls it.
    pub label: String,
    /// Rust source, each: `3`, `true`, `"a"`.
    pub values: Vec<String>,
}

#[derive(Deserialize)]
struct Manifest {
    #[serde(default)]
    example: Vec<ManifestExample>,
}

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case")]
struct ManifestExample {
    name: String,
    #[serde(default)]
    required_features: Vec<String>,
}

/// The examples in `examples/` that end by themselves; only `names` if there
/// are any.
pub fn find(root: &Path, names: &[String]) -> Result<Vec<Example>> {
    let features = features(root)?;
    let dir = root.join("examples");
    let mut found = Vec::new();
    for entry in fs::read_dir(&dir).context("cannot read examples/")? {
        let path = entry?.path();
        let Some(name) = stem(&path, "rs") else {
            continue;
        };
        if names.is_empty() || names.contains(&name) {
            let features = features.get(&name).cloned().unwrap_or_default();
            let example = read(root, &path, name, features)?;
            if example.spec.clock != ClockSpec::Never {
                found.push(example);
            }
        }
    }
    for name in names {
        let fails = root.join(format!("examples/fail/{name}.rs")).is_file();
        if !fails && !found.iter().any(|example| example.name == *name) {
            bail!("there is no examples/{name}.rs that can be recorded");
        }
    }
    found.sort_by(|a, b| a.name.cmp(&b.name));
    Ok(found)
}

/// The features that examples need, by the example's name.
fn features(root: &Path) -> Result<BTreeMap<String, Vec<String>>> {
    let text = fs::read_to_string(root.join("Cargo.toml"))
        .context("cannot read Cargo.toml")?;
    let manifest: Manifest =
        toml::from_str(&text).context("cannot read Cargo.toml")?;
    let examples = manifest.example.into_iter();
    Ok(examples
        .map(|one| (one.name, one.required_features))
        .collect())
}

fn read(
    root: &Path,
    path: &Path,
    name: String,
    features: Vec<String>,
) -> Result<Example> {
    let source = fs::read_to_string(path)
        .with_context(|| format!("cannot read {}", path.display()))?;
    let spec_path = root.join(format!("recordings/{name}.toml"));
    let spec = match fs::read_to_string(&spec_path) {
        Ok(text) => toml::from_str(&text)
            .with_context(|| format!("in {}", spec_path.display()))?,
        Err(_) => Spec::default(),
    };
    let twin = path.with_extension("py");
    let twin = twin.is_file().then_some(twin);
    Ok(Example {
        name,
        source,
        twin,
        spec,
        features,
    })
}

pub fn stem(path: &Path, extension: &str) -> Option<String> {
    let right = path.extension().is_some_and(|found| found == extension);
    let stem = path.file_stem()?.to_str()?.to_owned();
    Some(stem).filter(|_| right && path.is_file())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_program_holds_is_said_where_it_is_shown() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
        let chapters: Vec<String> = fs::read_dir(root.join("src"))
            .unwrap()
            .filter_map(|entry| fs::read_to_string(entry.unwrap().path()).ok())
            .collect();
        let said: Vec<Example> = find(&root, &[])
            .unwrap()
            .into_iter()
            .filter(|example| !example.spec.says.is_empty())
            .collect();
        assert!(!said.is_empty());
        // What may change with Tokio says its version, and is held.
        let versioned = chapters
            .iter()
            .flat_map(|text| text.lines())
            .filter(|line| line.contains("(Tokio 1."));
        for paragraph in versioned {
            let mut all = said.iter().flat_map(|one| &one.spec.says);
            assert!(
                all.any(|sentence| paragraph.contains(sentence.as_str())),
                "no program says a sentence of\n{paragraph}"
            );
        }
        for Example { name, spec, .. } in said {
            let shown = format!("recordings/{name}.txt");
            for sentence in &spec.says {
                let held = chapters.iter().any(|text| {
                    text.contains(sentence) && text.contains(&shown)
                });
                assert!(
                    held,
                    "recordings/{name}.toml: no page says {sentence}"
                );
            }
        }
    }
}
