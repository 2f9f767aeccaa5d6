//! What the compiler says of the programs in `examples/fail`.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail};

use crate::Files;
use crate::examples::stem;
use crate::harness::{cargo, target};
use crate::transcript;

/// What these programs may use.
const LIBRARIES: [&str; 5] = [
    "tokio",
    "tokio_util",
    "tokio_stream",
    "async_stream",
    "futures",
];

/// Compiles the programs in `examples/fail`, and keeps what rustc says.
pub fn record(names: &[String], files: &mut Files) -> Result<()> {
    let dir = files.root().join("examples/fail");
    let Ok(entries) = fs::read_dir(dir) else {
        return Ok(());
    };
    let mut programs: Vec<String> = entries
        .filter_map(|entry| stem(&entry.ok()?.path(), "rs"))
        .filter(|name| names.is_empty() || names.contains(name))
        .collect();
    programs.sort();
    if programs.is_empty() {
        return Ok(());
    }
    let libraries = libraries(files.root())?;
    let sysroot = sysroot_without_source(files.root())?;
    for name in programs {
        let path = format!("examples/fail/{name}.rs");
        let said =
            compile(files.root(), &path, &libraries, sysroot.as_deref())?;
        let source = files.read(&path);
        let expected = source
            .lines()
            .next()
            .and_then(|line| line.strip_prefix("//! expect: "))
            .with_context(|| {
                format!("{path} must begin with `//! expect: error E…`")
            })?;
        let wanted = match expected.split_once(' ') {
            Some(("error", code)) if is_code(code) => {
                format!("error[{code}]")
            }
            // Some errors have no code: "future cannot be sent …".
            Some(("error", words)) => format!("error: {words}"),
            Some(("warning", _)) => "warning: ".to_owned(),
            _ => bail!(
                "{path}: expect `error CODE`, `error WORDS` or `warning LINT`"
            ),
        };
        if !said.contains(&wanted) {
            bail!("{path} should give {expected}; the compiler says:\n{said}");
        }
        files.put(&format!("recordings/fail/{name}.txt"), &said)?;
    }
    Ok(())
}

fn is_code(text: &str) -> bool {
    text.strip_prefix('E').is_some_and(|number| {
        number.len() == 4 && number.bytes().all(|b| b.is_ascii_digit())
    })
}

fn compile(
    root: &Path,
    path: &str,
    libraries: &[(String, PathBuf)],
    sysroot: Option<&Path>,
) -> Result<String> {
    let out = target(root).join("harness/fail");
    fs::create_dir_all(&out)?;
    let deps = target(root).join("debug/deps");
    let mut command = Command::new("rustc");
    command
        .args(["--edition", "2024", "--emit", "metadata"])
        .args(["--color", "never", "--cfg", "tokio_unstable"])
        .arg("--out-dir")
        .arg(out)
        .arg("-L")
        .arg(format!("dependency={}", deps.display()))
        .arg(path)
        .current_dir(root);
    if let Some(sysroot) = sysroot {
        command.arg("--sysroot").arg(sysroot);
    }
    for (name, library) in libraries {
        let library = format!("{name}={}", library.display());
        command.arg("--extern").arg(library);
    }
    let output = command.output().context("cannot start rustc")?;
    let text = String::from_utf8_lossy(&output.stderr);
    let lines = text.lines().filter(|line| !names_a_file_of_its_own(line));
    Ok(lines.map(|line| portable(line) + "\n").collect())
}

/// A type with a long name is written into a file of the target folder, which
/// has another name each time.
fn names_a_file_of_its_own(line: &str) -> bool {
    line.contains("the full name for the type has been written to")
        || line.contains("consider using `--verbose` to print the full type")
}

/// Where the source of the standard library is installed, as rust-analyzer
/// does it, the compiler shows lines of it. A folder without it, so that it
/// says the same everywhere; nothing where it is not needed.
fn sysroot_without_source(root: &Path) -> Result<Option<PathBuf>> {
    let said = Command::new("rustc")
        .args(["--print", "sysroot"])
        .current_dir(root)
        .output()
        .context("cannot start rustc")?;
    let real = PathBuf::from(String::from_utf8_lossy(&said.stdout).trim())
        .join("lib/rustlib");
    if !real.join("src").exists() {
        return Ok(None);
    }
    let sysroot = target(root).join("harness/sysroot");
    let libraries = sysroot.join("lib/rustlib");
    let _ = fs::remove_dir_all(&sysroot);
    fs::create_dir_all(&libraries)?;
    for entry in fs::read_dir(&real)?.flatten() {
        if entry.path().is_dir() && entry.file_name() != "src" {
            link(&entry.path(), &libraries.join(entry.file_name()))?;
        }
    }
    Ok(Some(sysroot))
}

#[cfg(unix)]
fn link(from: &Path, to: &Path) -> Result<()> {
    Ok(std::os::unix::fs::symlink(from, to)?)
}

#[cfg(windows)]
fn link(from: &Path, to: &Path) -> Result<()> {
    Ok(std::os::windows::fs::symlink_dir(from, to)?)
}

/// A line that points into a library, without the folders of this machine.
fn portable(line: &str) -> String {
    // Where an error is, and where something else is that it speaks of.
    let arrow = ["--> ", "::: "].into_iter().find(|a| line.contains(a));
    let Some((before, path)) = arrow.and_then(|a| line.split_once(a)) else {
        return line.to_owned();
    };
    let arrow = arrow.unwrap_or_default();
    match transcript::library(path) {
        Some(path) => format!("{before}{arrow}{path}"),
        None => line.to_owned(),
    }
}

/// The compiled libraries that the examples use.
fn libraries(root: &Path) -> Result<Vec<(String, PathBuf)>> {
    let output = Command::new(cargo())
        .args(["build", "--quiet", "--package", "harness"])
        .arg("--message-format=json")
        .current_dir(root)
        .stderr(Stdio::inherit())
        .output()
        .context("cannot start cargo")?;
    let mut found = Vec::new();
    for line in String::from_utf8_lossy(&output.stdout).lines() {
        let message: serde_json::Value = serde_json::from_str(line)?;
        let name = message["target"]["name"].as_str().unwrap_or_default();
        let files = message["filenames"].as_array().into_iter().flatten();
        let library = files
            .filter_map(|file| file.as_str())
            .find(|file| file.ends_with(".rlib"));
        if let Some(library) = library
            && LIBRARIES.contains(&name)
        {
            found.push((name.to_owned(), PathBuf::from(library)));
        }
    }
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::{is_code, names_a_file_of_its_own, portable};

    #[test]
    fn a_file_that_only_this_run_has_is_not_named() {
        let note = "  = note: the full name for the type has been written to";
        assert!(names_a_file_of_its_own(&format!("{note} '/x/long-1.txt'")));
        assert!(!names_a_file_of_its_own("   = note: the full name is `A`"));
    }

    #[test]
    fn an_error_is_expected_by_its_code_or_by_its_words() {
        assert!(is_code("E0382"));
        assert!(!is_code("future cannot be sent"));
        assert!(!is_code("Error"));
    }

    #[test]
    fn paths_into_libraries_lose_the_folders_of_this_machine() {
        let line = " --> /x/registry/src/index-1/tokio-1.0.0/src/a.rs:1:2";
        assert_eq!(portable(line), " --> tokio-1.0.0/src/a.rs:1:2");
        let line = " ::: /x/registry/src/index-1/tokio-1.0.0/src/a.rs:1:2";
        assert_eq!(portable(line), " ::: tokio-1.0.0/src/a.rs:1:2");
        let line = " --> examples/fail/a.rs:1:2";
        assert_eq!(portable(line), line);
    }
}
