//! The glossary and the index of error messages, held against what they list.

use std::fs;
use std::path::{Path, PathBuf};

use timeline::{End, WaitFor, words};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn read(path: &str) -> String {
    let path = root().join(path);
    fs::read_to_string(&path)
        .unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// The values of an enum of the recording format, from its JSON Schema.
fn values<T: serde::de::DeserializeOwned>(name: &str) -> Vec<T> {
    let schema = read("recordings/async-timeline.schema.json");
    let schema: serde_json::Value = serde_json::from_str(&schema).unwrap();
    let listed = &schema["$defs"][name];
    let one_of = listed["oneOf"].as_array().into_iter().flatten();
    let documented = one_of.flat_map(|one| match &one["enum"] {
        serde_json::Value::Array(several) => several.clone(),
        _ => vec![one["const"].clone()],
    });
    let plain = listed["enum"].as_array().into_iter().flatten().cloned();
    let found: Vec<T> = documented
        .chain(plain)
        .map(|value| serde_json::from_value(value).unwrap())
        .collect();
    assert!(!found.is_empty(), "the schema has no values of {name}");
    found
}

#[test]
fn the_glossary_has_the_words_of_the_figures() {
    let glossary = read("src/glossary.md");
    let waits = values::<WaitFor>("WaitFor").into_iter();
    let waits = waits.map(|on| format!("waits for {}", words::wait(on)));
    let ends = values::<End>("End").into_iter();
    let ends = ends.map(|how| words::end(how).to_owned());
    let missing: Vec<String> = waits
        .chain(ends)
        .filter(|word| !glossary.contains(&format!("| {word} |")))
        .collect();
    assert!(missing.is_empty(), "src/glossary.md lacks {missing:?}");
}

/// Words that stand in chapters and in messages, and that a programmer who
/// comes from asyncio has not met.
const TERMS: [&str; 20] = [
    "backpressure",
    "Barrier",
    "cancel safety",
    "cooperative budget",
    "deadlock",
    "drop",
    "guard",
    "future",
    "handle",
    "lag",
    "leader",
    "pin",
    "poisoned",
    "poll",
    "Relaxed",
    "Send",
    "stream",
    "Sync",
    "task",
    "waker",
];

#[test]
fn the_glossary_has_the_words_that_are_new() {
    let glossary = read("src/glossary.md").to_lowercase();
    let lines: Vec<&str> = glossary.lines().collect();
    let defined = |term: &&&str| {
        let term = term.to_lowercase();
        lines.windows(2).any(|pair| {
            let names = pair[0].split([',', '`', '(', ')']).map(str::trim);
            pair[1].starts_with(": ") && names.clone().any(|one| one == term)
        })
    };
    let missing: Vec<&&str> =
        TERMS.iter().filter(|term| !defined(term)).collect();
    assert!(missing.is_empty(), "src/glossary.md lacks {missing:?}");
}

/// A captured text that the index must lead to, and where it stands.
struct Captured {
    path: String,
    text: String,
}

fn captured(folder: &str) -> Vec<Captured> {
    let mut found = Vec::new();
    for entry in fs::read_dir(root().join(folder)).unwrap() {
        let name = entry.unwrap().file_name().to_string_lossy().into_owned();
        if name.ends_with(".txt") {
            let path = format!("{folder}/{name}");
            let text = read(&path);
            found.push(Captured { path, text });
        }
    }
    found
}

/// One line of a table of the index: the message, and the page it leads to.
struct Entry {
    message: String,
    /// It is written here, and not in a line above.
    first: bool,
    page: String,
}

fn index() -> Vec<Entry> {
    let page = read("src/error-messages.md");
    let links = |line: &&str| line.contains(".md");
    let rows = page.lines().filter(|line| line.starts_with("| "));
    let mut above = String::new();
    rows.filter(links)
        .map(|row| {
            let ticks = if row.starts_with("| `` ") { "`` " } else { "`" };
            let close = if ticks == "`" { "`" } else { " ``" };
            let rest =
                row.strip_prefix("| ").and_then(|r| r.strip_prefix(ticks));
            let message = rest.and_then(|rest| rest.split(close).next());
            let page = row.rsplit("](").next().and_then(|rest| {
                let target = rest.split(')').next()?;
                target.split('#').next()
            });
            if let Some(message) = message {
                above = message.to_owned();
            }
            Entry {
                message: above.clone(),
                first: message.is_some(),
                page: page.unwrap_or_else(|| panic!("{row}")).to_owned(),
            }
        })
        .collect()
}

/// The first diagnostic's own words: `use of moved value: `x``.
fn diagnosis(text: &str) -> &str {
    let line = text
        .lines()
        .find(|line| line.starts_with("error") || line.starts_with("warning"));
    let (_, message) = line.and_then(|line| line.split_once(": ")).unwrap();
    message
}

#[test]
fn the_index_lists_every_message_of_the_compiler() {
    let index = index();
    let mut wrong = Vec::new();
    for one in captured("recordings/fail") {
        let message = diagnosis(&one.text);
        let listed: Vec<&Entry> = index
            .iter()
            .filter(|entry| entry.message == message)
            .collect();
        let leads = listed.iter().any(|entry| {
            let name = Path::new(&one.path).file_stem().unwrap();
            let name = format!("/fail/{}.", name.to_string_lossy());
            read(&format!("src/{}", entry.page)).contains(&name)
        });
        if !leads {
            wrong.push(format!("{}: {message}", one.path));
        }
    }
    assert!(
        wrong.is_empty(),
        "src/error-messages.md does not lead to the page that shows\n{}",
        wrong.join("\n")
    );
}

/// Rows of one message stand together, and only the first one says it.
#[test]
fn the_index_says_each_message_once() {
    let mut said: Vec<String> = index()
        .into_iter()
        .filter(|entry| entry.first)
        .map(|entry| entry.message)
        .collect();
    let all = said.len();
    said.sort_unstable();
    said.dedup();
    assert_eq!(said.len(), all, "src/error-messages.md says one twice");
}

#[test]
fn the_index_lists_no_message_that_was_not_captured() {
    let mut all = captured("recordings/fail");
    all.extend(captured("recordings"));
    let invented: Vec<String> = index()
        .into_iter()
        .map(|entry| entry.message)
        .filter(|message| !all.iter().any(|one| one.text.contains(message)))
        .collect();
    assert!(invented.is_empty(), "{}", invented.join("\n"));
}
