//! The compiled libraries with which a copy of the reader's program is built.
//!
//! Cargo builds them, and says where they are. It is asked once: to ask it each
//! time would cost a tenth of a second of each figure.

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, SystemTime, UNIX_EPOCH};
use std::{env, fs};

use anyhow::{Context, Result, bail};
use bounded_process::{Bounds, Cancel, Collected, End, Limits, run};
use serde::{Deserialize, Serialize};

use crate::harness;

/// The first build compiles Tokio, on a machine that may be busy.
const BUILD: Duration = Duration::from_secs(1800);

#[derive(Serialize, Deserialize)]
pub struct Libraries {
    /// What was built, and from what.
    stamp: String,
    /// By the name that a program uses.
    files: BTreeMap<String, PathBuf>,
    pub compiler: PathBuf,
}

impl Libraries {
    /// Builds what is not built.
    pub fn of(root: &Path, target: &Path) -> Result<Self> {
        let kept = target.join("reader/libraries.json");
        let stamp = stamp(root);
        let before = fs::read_to_string(&kept).ok();
        let before = before.and_then(|text| serde_json::from_str(&text).ok());
        if let Some(before) = before.filter(|before: &Self| {
            before.stamp == stamp && before.files.values().all(|f| f.exists())
        }) {
            return Ok(before);
        }
        let libraries = Self {
            stamp,
            files: build(root, target)?,
            compiler: compiler(root)?,
        };
        let text = serde_json::to_string(&libraries)?;
        harness::write_if_changed(&kept, &text)?;
        Ok(libraries)
    }

    /// What the compiler is told of these libraries.
    pub fn arguments(&self, names: &[&str]) -> Result<Vec<OsString>> {
        // What a library needs stands beside Tokio, and not beside itself.
        let beside = self.file("tokio")?.parent().unwrap_or(Path::new("."));
        let mut all = OsString::from("dependency=");
        all.push(beside);
        let mut arguments = vec!["-L".into(), all];
        for name in names {
            let file = self.file(name)?;
            let mut library = OsString::from(format!("{name}="));
            library.push(file);
            arguments.extend(["--extern".into(), library]);
        }
        Ok(arguments)
    }

    fn file(&self, name: &str) -> Result<&PathBuf> {
        let file = self.files.get(name);
        file.with_context(|| format!("Cargo built no library {name}"))
    }
}

fn build(root: &Path, target: &Path) -> Result<BTreeMap<String, PathBuf>> {
    let mut command = Command::new(harness::cargo());
    command
        .args(["build", "--quiet", "--package", "harness", "--lib"])
        .args(["--message-format=json", "--target-dir"])
        .arg(target)
        .current_dir(root);
    let limits = Limits {
        output: usize::MAX,
        lines: usize::MAX,
        ..Limits::of_a_build(BUILD)
    };
    let cancel = Cancel::default();
    let mut printed = Collected::default();
    let outcome = run(command, &Bounds::new(&limits, &cancel), &mut printed)?;
    if outcome.end != End::Exit(0) {
        let why = outcome.words("the build").unwrap_or_default();
        bail!(
            "the recorder's libraries do not build: {}{why}",
            printed.stderr()
        );
    }
    let mut files = BTreeMap::new();
    for line in printed.stdout().lines() {
        let message: serde_json::Value = serde_json::from_str(line)?;
        let name = message["target"]["name"].as_str().unwrap_or_default();
        let made = message["filenames"].as_array().into_iter().flatten();
        let mut made = made.filter_map(|file| file.as_str());
        if let Some(file) = made.find(|file| file.ends_with(".rlib")) {
            files.insert(name.replace('-', "_"), PathBuf::from(file));
        }
    }
    Ok(files)
}

/// The compiler itself: what stands before it in the search path looks for the
/// toolchain each time.
fn compiler(root: &Path) -> Result<PathBuf> {
    let said = Command::new("rustc")
        .args(["--print", "sysroot"])
        .current_dir(root)
        .output()
        .context("cannot start rustc")?;
    let sysroot = PathBuf::from(String::from_utf8_lossy(&said.stdout).trim());
    let name = format!("rustc{}", env::consts::EXE_SUFFIX);
    let own = sysroot.join("bin").join(name);
    Ok(match own.is_file() {
        true => own,
        false => PathBuf::from("rustc"),
    })
}

/// Tells whether anything has changed of which the libraries are made.
fn stamp(root: &Path) -> String {
    let mut text = String::new();
    let mut add = |path: &Path| {
        let Ok(about) = path.metadata() else { return };
        let since = about.modified().unwrap_or(SystemTime::UNIX_EPOCH);
        let since = since.duration_since(UNIX_EPOCH).unwrap_or_default();
        let (len, nanos) = (about.len(), since.as_nanos());
        text += &format!("{}|{len}|{nanos}\n", path.display());
    };
    for name in ["Cargo.lock", "Cargo.toml", "rust-toolchain.toml"] {
        add(&root.join(name));
    }
    let crates = [
        "harness",
        "lab",
        "lab-macros",
        "probes",
        "recorder",
        "timeline",
    ];
    let mut folders: Vec<PathBuf> = crates
        .iter()
        .map(|name| root.join("crates").join(name))
        .collect();
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).into_iter().flatten().flatten() {
            let path = entry.path();
            match path.is_dir() {
                true => folders.push(path),
                false => add(&path),
            }
        }
    }
    harness::sha256(&text)
}
