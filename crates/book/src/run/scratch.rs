//! Builds the reader's copy of an example, which stands outside of `examples/`.
//!
//! Cargo wants a package around a file. Each scratch copy gets one of its own
//! in the target folder, whose `[[bin]]` is the copy itself: no text is copied,
//! so what the compiler says is about the file that the reader edits.
//!
//! The package has the versions (the checkout's `Cargo.lock`), features and
//! profile of the exercises. With the same of all three Cargo gives a library
//! the same name, and what the checks have compiled is linked, see `seed`.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};
use toml::{Table, Value};

use super::build::cargo;
use super::examples;
use crate::seed;

/// Compiled for the exercises as well, and so for nothing.
const LIBRARIES: [&str; 3] = ["tokio", "tokio-util", "futures"];

/// The features of the root package that need nothing else.
pub const FEATURES: [&str; 1] = ["util"];

/// Where scratch copies are built.
#[derive(Clone, Debug)]
pub struct Workshop {
    pub root: PathBuf,
    /// Whose `.book` has the copies.
    pub home: PathBuf,
    /// Cargo's target folder, with the packages in it.
    pub target: PathBuf,
    /// The target folder of the checks.
    pub checks: PathBuf,
}

impl Workshop {
    /// The command that builds the copy of `example`, whose name was looked
    /// up. Writes the package first.
    pub fn command(&self, example: &str) -> Result<Command> {
        let package = self.package(example)?;
        // Without it the first build takes longer.
        let _ = seed::seed_between(&self.root, &self.checks, &self.target);
        let mut command = Command::new(cargo());
        command
            .current_dir(&self.root)
            .args(["rustc", "--bin", example])
            .args(["--message-format=json", "--color=never"])
            .arg("--manifest-path")
            .arg(package.join("Cargo.toml"))
            .arg("--target-dir")
            .arg(&self.target);
        if self.has_libraries() {
            command.arg("--offline");
        }
        // Messages and panics name the file as the reader knows it.
        let mut remap = std::ffi::OsString::from("--remap-path-prefix=");
        remap.push(&self.home);
        remap.push("=");
        command.arg("--").arg(remap);
        Ok(command)
    }

    fn has_libraries(&self) -> bool {
        let done = self.target.join("debug/.fingerprint");
        fs::read_dir(done).is_ok_and(|mut entries| entries.next().is_some())
    }

    fn package(&self, example: &str) -> Result<PathBuf> {
        let folder = self.target.join("packages").join(example);
        fs::create_dir_all(&folder)
            .with_context(|| format!("cannot create {}", folder.display()))?;
        let file = examples::scratch(&self.home, example);
        let text = manifest(&self.root, example, &file)?;
        write_if_new(&folder.join("Cargo.toml"), &text)?;
        // Cargo leaves out of it what this package does not need, so the
        // whole one is kept beside.
        let lock = fs::read_to_string(self.root.join("Cargo.lock"));
        if let Ok(lock) = lock
            && write_if_new(&folder.join("whole.lock"), &lock)?
        {
            write_if_new(&folder.join("Cargo.lock"), &lock)?;
        }
        Ok(folder)
    }
}

/// A newer time would make Cargo look at everything again.
fn write_if_new(path: &Path, text: &str) -> Result<bool> {
    if fs::read_to_string(path).is_ok_and(|old| old == text) {
        return Ok(false);
    }
    fs::write(path, text)
        .with_context(|| format!("cannot write {}", path.display()))?;
    Ok(true)
}

/// The package's manifest, from the one of the root.
fn manifest(root: &Path, example: &str, file: &Path) -> Result<String> {
    let path = root.join("Cargo.toml");
    let text = fs::read_to_string(&path)
        .with_context(|| format!("cannot read {}", path.display()))?;
    let ours: Table = toml::from_str(&text)
        .with_context(|| format!("cannot understand {}", path.display()))?;
    let shared = ours.get("workspace").and_then(Value::as_table);
    let of = |table: &str, key: &str| {
        let table = shared?.get(table)?.as_table()?;
        table.get(key).cloned()
    };
    let edition = of("package", "edition")
        .or_else(|| ours.get("package")?.get("edition").cloned());

    let mut package = Table::new();
    package.insert("name".into(), "scratch".into());
    package.insert("autobins".into(), false.into());
    if let Some(edition) = edition {
        package.insert("edition".into(), edition);
    }
    let mut bin = Table::new();
    bin.insert("name".into(), example.into());
    let file = file.to_str().with_context(|| {
        format!("the path {} is no text, as Cargo needs it", file.display())
    })?;
    bin.insert("path".into(), file.into());
    let libraries = LIBRARIES
        .iter()
        .filter_map(|name| Some((name.to_string(), of("dependencies", name)?)));
    // Without members: Cargo must not look for the checkout's.
    let mut workspace = Table::new();
    if let Some(resolver) = shared.and_then(|shared| shared.get("resolver")) {
        workspace.insert("resolver".into(), resolver.clone());
    }
    let mut all = Table::new();
    all.insert("workspace".into(), workspace.into());
    all.insert("package".into(), package.into());
    all.insert("bin".into(), vec![Value::from(bin)].into());
    all.insert("dependencies".into(), libraries.collect::<Table>().into());
    if let Some(profile) = ours.get("profile") {
        all.insert("profile".into(), known_packages(profile));
    }
    if let Some(lints) = shared.and_then(|shared| shared.get("lints")) {
        all.insert("lints".into(), lints.clone());
    }
    toml::to_string(&all).context("cannot write a manifest")
}

/// Cargo warns of the profile of a package that it does not know.
fn known_packages(profile: &Value) -> Value {
    let mut profile = profile.clone();
    if let Some(packages) = profile
        .get_mut("dev")
        .and_then(|dev| dev.get_mut("package")?.as_table_mut())
    {
        packages.retain(|name, _| name == "*");
    }
    profile
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_package_has_the_libraries_and_the_profile_of_the_book() {
        let root = crate::root::compiled().unwrap();
        let file = Path::new("/somewhere/semaphore.rs");
        let text = manifest(&root, "semaphore", file).unwrap();
        let ours: Table = toml::from_str(&text).unwrap();
        let book = fs::read_to_string(root.join("Cargo.toml")).unwrap();
        let book: Table = toml::from_str(&book).unwrap();
        let theirs = &book["workspace"]["dependencies"];
        for library in LIBRARIES {
            assert_eq!(ours["dependencies"][library], theirs[library]);
        }
        assert_eq!(ours["bin"][0]["path"].as_str(), file.to_str());
        assert_eq!(
            ours["profile"]["dev"]["debug"],
            book["profile"]["dev"]["debug"]
        );
        assert_eq!(ours["package"]["edition"].as_str(), Some("2024"));
        for feature in FEATURES {
            let needs = book["features"][feature].as_array().unwrap();
            assert!(needs.iter().all(|need| {
                let need = need.as_str().unwrap().trim_start_matches("dep:");
                LIBRARIES.contains(&need)
            }));
        }
    }
}
