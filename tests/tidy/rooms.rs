//! Who may know whom: the doors of ARCHITECTURE.md.

use crate::files;
use crate::none;

/// A crate and everything that it may depend on.
struct Room {
    manifest: &'static str,
    may_know: &'static [&'static str],
}

const ROOMS: &[Room] = &[
    Room {
        manifest: "Cargo.toml",
        may_know: &[
            "tokio",
            "futures",
            "tokio-util",
            "tokio-stream",
            "async-stream",
            "console-subscriber",
        ],
    },
    Room {
        // `checker` is for `judge` alone.
        manifest: "exercises/Cargo.toml",
        may_know: &["tokio", "tokio-util", "futures", "lab", "checker"],
    },
    Room {
        manifest: "solutions/Cargo.toml",
        may_know: &["tokio", "tokio-util", "futures", "lab"],
    },
    Room {
        manifest: "crates/answers/Cargo.toml",
        may_know: &[
            "tokio",
            "tokio-util",
            "futures",
            "lab",
            "anyhow",
            "checker",
        ],
    },
    Room {
        manifest: "crates/lab/Cargo.toml",
        may_know: &["tokio", "futures", "tracing", "lab-macros", "proptest"],
    },
    Room {
        manifest: "crates/lab-macros/Cargo.toml",
        may_know: &["quote", "syn"],
    },
    Room {
        manifest: "crates/bounded-process/Cargo.toml",
        may_know: &["anyhow", "rustix"],
    },
    Room {
        // A copy is compiled with it: what it knows, the program meets.
        manifest: "crates/probes/Cargo.toml",
        may_know: &["tokio"],
    },
    Room {
        manifest: "crates/timeline/Cargo.toml",
        may_know: &["serde", "serde_json", "schemars", "ts-rs"],
    },
];

/// A crate and what it must not depend on.
const CLOSED: &[(&str, &[&str])] = &[
    (
        "recorder",
        // Its tests hear the lab.
        &["mdbook-driver", "axum", "render", "checker"],
    ),
    ("record", &["mdbook-driver", "axum", "render", "tokio"]),
    ("harness", &["mdbook-driver", "axum", "render", "checker"]),
    ("render", &["tokio", "axum", "recorder", "lab"]),
    ("checker", &["tokio", "axum", "mdbook-driver", "lab"]),
    ("book", &["recorder", "record", "harness", "lab"]),
];

/// The names in every `[…dependencies]` table of a manifest.
fn dependencies(manifest: &str) -> Vec<String> {
    let text = files::read(manifest);
    let mut inside = false;
    let mut found = Vec::new();
    for line in text.lines() {
        if let Some(table) = line.strip_prefix('[') {
            let table = table.trim_end_matches(']');
            inside = table.ends_with("dependencies")
                && !table.starts_with("workspace");
        } else if inside && !line.starts_with(['#', ' ', '\t', ']']) {
            let name = line.split(['=', '.']).next().unwrap_or_default().trim();
            if !name.is_empty() {
                found.push(name.to_owned());
            }
        }
    }
    found
}

fn members() -> Vec<String> {
    list("members = [")
}

/// A list of the workspace's manifest.
fn list(opening: &str) -> Vec<String> {
    let text = files::read("Cargo.toml");
    let mut lines = text.lines().skip_while(|line| *line != opening).skip(1);
    let items = lines.by_ref().take_while(|line| *line != "]");
    items
        .filter_map(|line| line.trim().strip_prefix('"')?.split('"').next())
        .map(str::to_owned)
        .collect()
}

#[test]
fn a_room_knows_only_what_it_may() {
    let mut wrong = Vec::new();
    for Room { manifest, may_know } in ROOMS {
        for name in dependencies(manifest) {
            if !may_know.contains(&name.as_str()) {
                wrong.push(format!("{manifest} must not know {name}"));
            }
        }
    }
    for (room, closed) in CLOSED {
        for name in dependencies(&format!("crates/{room}/Cargo.toml")) {
            if closed.contains(&name.as_str()) {
                wrong.push(format!("{room} must not know {name}"));
            }
        }
    }
    none(&wrong);
}

#[test]
fn nobody_imports_the_program() {
    let mut wrong = Vec::new();
    for member in members() {
        let known = dependencies(&format!("{member}/Cargo.toml"));
        if known.iter().any(|name| name == "book") {
            wrong.push(format!("{member} knows the program `book`"));
        }
    }
    none(&wrong);
}

/// A member with other features would make Cargo build Tokio twice.
#[test]
fn there_is_one_set_of_features_of_tokio() {
    let mut wrong = Vec::new();
    let manifests = members().into_iter().map(|m| format!("{m}/Cargo.toml"));
    for manifest in manifests.chain(["Cargo.toml".to_owned()]) {
        for line in files::read(&manifest).lines() {
            let tokio = line.starts_with("tokio =")
                || line.starts_with("tokio.")
                || line.starts_with("futures =")
                || line.starts_with("futures.");
            let workspace = line.ends_with(".workspace = true")
                || line.starts_with("tokio = { version")
                || line.starts_with("futures = \"");
            if tokio && !workspace {
                wrong.push(format!("{manifest}: {line}"));
            }
        }
    }
    none(&wrong);
}

/// `cargo run --example` compiles what the root package needs.
#[test]
fn an_optional_dependency_is_all_that_an_example_adds() {
    let text = files::read("Cargo.toml");
    let table = text
        .split("\n[dependencies]\n")
        .nth(1)
        .and_then(|rest| rest.split("\n[").next())
        .expect("a table of dependencies");
    let wrong: Vec<String> = table
        .lines()
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
        .filter(|line| {
            !line.ends_with(".workspace = true")
                && !line.contains("optional = true")
        })
        .map(|line| format!("Cargo.toml: not optional: {line}"))
        .collect();
    none(&wrong);
    assert!(!text.contains("[dev-dependencies]"));
}

/// `cargo test` at the root is green while exercises are unsolved or broken.
#[test]
fn a_plain_cargo_test_leaves_the_exercises_alone() {
    let default = list("default-members = [");
    assert!(default.contains(&".".to_owned()), "{default:?}");
    assert!(!default.contains(&"exercises".to_owned()));
    for member in &default {
        let known = member == "." || members().contains(member);
        assert!(known, "{member} is no member");
    }
}

/// Joined with the reader's own flags, where `[build]` would be replaced.
#[test]
fn the_flag_for_tokio_joins_the_readers_flags() {
    let config = files::read(".cargo/config.toml");
    let table = "[target.'cfg(all())']\n\
                 rustflags = [\"--cfg\", \"tokio_unstable\"]\n";
    assert!(config.contains(table), "{config}");
    assert!(!config.lines().any(|line| line == "[build]"), "{config}");
}
