//! The dictionary, held against the list of what the book must answer.

use std::fs;
use std::path::{Path, PathBuf};

use crate::real_book::{report, root, site};

/// What Python calls it, what Tokio calls it, and the page that teaches it.
struct Row {
    id: String,
    asyncio: Vec<String>,
    tokio: Vec<String>,
    page: String,
}

fn rows() -> Vec<Row> {
    let data = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/data/dictionary.toml");
    let data: toml::Table = fs::read_to_string(data).unwrap().parse().unwrap();
    let text = |value: &toml::Value| value.as_str().unwrap().to_owned();
    let texts = |value: &toml::Value| -> Vec<String> {
        value.as_array().unwrap().iter().map(text).collect()
    };
    let rows = data["row"].as_array().unwrap().iter();
    rows.map(|row| Row {
        id: text(&row["id"]),
        asyncio: texts(&row["asyncio"]),
        tokio: texts(&row["tokio"]),
        page: text(&row["page"]),
    })
    .collect()
}

fn written(page: &str) -> bool {
    let summary = fs::read_to_string(root().join("src/SUMMARY.md")).unwrap();
    summary.contains(&format!("]({page})"))
}

/// The cells of the dictionary's entries.
fn entries() -> Vec<Vec<String>> {
    let text = fs::read_to_string(root().join("src/dictionary.md")).unwrap();
    let lines = text.lines().filter(|line| line.starts_with("| <span id="));
    lines
        .map(|line| {
            let cells = line.trim_matches('|').split('|');
            cells.map(|cell| cell.trim().to_owned()).collect()
        })
        .collect()
}

fn anchor(id: &str) -> String {
    format!("<span id=\"{id}\"></span>")
}

#[test]
fn the_list_has_each_row_once() {
    let mut ids: Vec<String> = rows().into_iter().map(|row| row.id).collect();
    assert_eq!(ids.len(), 193);
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), 193);
}

/// Every row has one entry, with its names in both languages, a line on the
/// difference, and a link to its place on the page that teaches it. A reader
/// looks a name up though its chapter is still to come: then the entry says so.
#[test]
fn each_row_has_its_entry() {
    report();
    let entries = entries();
    let mut wrong = Vec::new();
    for row in &rows() {
        let own = anchor(&row.id);
        let found: Vec<_> = entries
            .iter()
            .filter(|cells| cells[0].contains(&own))
            .collect();
        let [cells] = found[..] else {
            wrong.push(format!("{}: {} entries", row.id, found.len()));
            continue;
        };
        if let Err(what) = judge(row, cells, &site()) {
            wrong.push(format!("{}: {what}", row.id));
        }
    }
    assert!(wrong.is_empty(), "src/dictionary.md:\n{}", wrong.join("\n"));
}

fn judge(row: &Row, cells: &[String], site: &Path) -> Result<(), String> {
    let [asyncio, tokio, difference, taught] = cells else {
        return Err(format!("{} cells instead of 4", cells.len()));
    };
    let bare = |text: &str| text.replace(['`', '"'], "").to_lowercase();
    for (cell, terms) in [(asyncio, &row.asyncio), (tokio, &row.tokio)] {
        let cell = bare(cell);
        if let Some(term) = terms.iter().find(|one| !cell.contains(&bare(one)))
        {
            return Err(format!("does not name {term}"));
        }
    }
    if difference.is_empty() {
        return Err("says nothing of the difference".to_owned());
    }
    if !written(&row.page) {
        return to_come(taught);
    }
    let link = taught
        .split_once("](")
        .and_then(|(_, link)| link.strip_suffix(')'))
        .and_then(|link| link.split_once('#'));
    let Some((page, fragment)) = link else {
        return Err(format!("{taught} leads to no place on a page"));
    };
    if page != row.page {
        return Err(format!("leads to {page}, but {} teaches it", row.page));
    }
    let html: PathBuf = site.join(page).with_extension("html");
    let html = fs::read_to_string(html).unwrap_or_default();
    match html.contains(&format!("id=\"{fragment}\"")) {
        true => Ok(()),
        false => Err(format!("{page} has no place #{fragment}")),
    }
}

/// The title of a draft, and no link.
fn to_come(taught: &str) -> Result<(), String> {
    let summary = fs::read_to_string(root().join("src/SUMMARY.md")).unwrap();
    match taught.strip_prefix("*To come:* ") {
        Some(title) if summary.contains(&format!("[{title}]()")) => Ok(()),
        _ => Err(format!("{taught} names no chapter that is to come")),
    }
}

#[test]
fn each_entry_is_a_row() {
    let rows = rows();
    for cells in entries() {
        let row = rows.iter().find(|row| cells[0].contains(&anchor(&row.id)));
        assert!(row.is_some(), "no row: {}", cells[0]);
    }
}

#[test]
fn an_entry_that_says_too_little_is_refused() {
    let row = Row {
        id: "A1".to_owned(),
        asyncio: vec!["event loop".to_owned()],
        tokio: vec!["runtime".to_owned()],
        page: "two-loops.md".to_owned(),
    };
    let refused = |cells: [&str; 4]| {
        judge(&row, &cells.map(str::to_owned), &site()).unwrap_err()
    };
    let there = "[Two loops](two-loops.md#nowhere)";
    assert!(refused(["a loop", "runtime", "x", there]).contains("event loop"));
    let (loops, runtime) = ("event loop", "`Runtime`");
    assert!(refused([loops, runtime, "", there]).contains("difference"));
    assert!(refused([loops, runtime, "x", there]).contains("#nowhere"));
    let other = "[Tasks](tasks.md#traps)";
    assert!(refused([loops, runtime, "x", other]).contains("two-loops.md"));
    assert!(to_come("*To come:* Blocking code").is_ok());
    assert!(to_come("*To come:* Two loops").is_err());
    assert!(to_come("[Blocking code]()").is_err());
}
