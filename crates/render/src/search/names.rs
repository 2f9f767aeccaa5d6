//! What the book's two lists send to the places that explain it.

use std::collections::BTreeMap;

/// The pages whose tables say what leads where.
pub const LISTS: [&str; 2] = ["dictionary.md", "error-messages.md"];

/// What stands before the words of an error that nobody has handled.
const UNWRAPPED: &str = "called `Result::unwrap()` on an `Err` value:";

/// What the lists of the book send to other places.
#[derive(Debug, Default, PartialEq)]
pub struct Names {
    /// By place, as in `timeouts.html#errors`.
    pub places: BTreeMap<String, Vec<String>>,
    /// The names of asyncio among them, as somebody types them.
    pub exact: BTreeMap<String, Vec<String>>,
    /// Rows that no page explains yet: a list is all there is.
    pub rows: Vec<Row>,
}

/// A row of a list, as a section of its own.
#[derive(Debug, PartialEq)]
pub struct Row {
    pub url: String,
    pub title: String,
    pub body: String,
    pub names: String,
    pub exact: String,
}

impl Names {
    /// Reads the tables of a list. A row that begins with an empty cell goes
    /// on with the message of the row above.
    pub fn add(&mut self, path: &str, list: &str) {
        let page = path.replace(".md", ".html");
        let mut above = Vec::new();
        for line in list.lines() {
            let Some(row) = line.strip_prefix('|') else {
                continue;
            };
            let row = row.trim_end().trim_end_matches('|');
            let cells: Vec<&str> = row.split(" | ").map(str::trim).collect();
            let [first, second, .., last] = cells[..] else {
                continue;
            };
            let id = first.strip_prefix("<span id=\"");
            let id = id.and_then(|rest| Some(rest.split_once('"')?.0));
            let mut names = spans(first);
            let exact = match id {
                // A call within a call is a use of a name, not the name.
                Some(_) => names
                    .iter()
                    .filter(|name| name.matches('(').count() < 2)
                    .flat_map(|name| typed(name))
                    .collect(),
                None => Vec::new(),
            };
            if id.is_some() {
                let paths = names.iter().map(|name| format!("asyncio.{name}"));
                names = paths.chain(names.clone()).collect();
                names.push(plain(first));
                names.extend(spans(second));
            } else if cells.len() == 3 && !names.is_empty() {
                names.push(UNWRAPPED.to_owned());
            }
            if first.is_empty() {
                names.clone_from(&above);
            }
            above.clone_from(&names);
            let links = links(last);
            for link in &links {
                let place = self.places.entry(link.clone()).or_default();
                let typed = self.exact.entry(link.clone()).or_default();
                typed.extend(exact.iter().cloned());
                // What several rows have in common counts once.
                for name in &names {
                    if !place.contains(name) {
                        place.push(name.clone());
                    }
                }
            }
            if let (true, Some(id)) = (links.is_empty(), id) {
                let title = plain(first);
                self.rows.push(Row {
                    url: format!("{page}#{id}"),
                    body: cells[1..].join(". ").replace('`', ""),
                    names: names.join(" "),
                    exact: exact.join(" "),
                    title,
                });
            }
        }
    }
}

/// `asyncio.wait(..)` is typed with its path and without. A method is typed
/// with its owner: `join` alone may be anybody's.
fn typed(name: &str) -> Vec<String> {
    let inner = |c: char| c.is_alphanumeric() || c == '_' || c == '.';
    let path = name.split(|c| !inner(c)).next().unwrap_or_default();
    match path.split_once('.') {
        None if path.is_empty() => Vec::new(),
        None => vec![path.to_owned(), format!("asyncio.{path}")],
        Some(("asyncio" | "loop", name)) => {
            vec![path.to_owned(), name.to_owned()]
        }
        Some(_) => vec![path.to_owned()],
    }
}

/// A cell without its anchor and its backticks.
fn plain(cell: &str) -> String {
    let text = cell.split_once("</span>").map_or(cell, |(_, text)| text);
    text.replace('`', "")
}

/// What stands in backticks.
fn spans(cell: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut rest = cell;
    while let Some(open) = rest.find('`') {
        let ticks = rest[open..].chars().take_while(|c| *c == '`').count();
        let fence = "`".repeat(ticks);
        rest = &rest[open + ticks..];
        let Some(close) = rest.find(&fence) else {
            break;
        };
        found.push(rest[..close].trim().to_owned());
        rest = &rest[close + ticks..];
    }
    found
}

fn links(cell: &str) -> Vec<String> {
    let targets = cell.split("](").skip(1);
    let targets = targets.filter_map(|rest| rest.split(')').next());
    targets
        .map(|target| target.replacen(".md", ".html", 1))
        .collect()
}
