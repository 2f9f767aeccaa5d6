//! The search's index: what something is called elsewhere leads to the place
//! that explains it.
//!
//! mdBook indexes the words of each section. Here each section gets one field
//! more: the names and the messages that the book's two lists send there.
//! Hints, solutions and answers go out of the index, and exercises come last.

mod names;

pub use names::{LISTS, Names};

use crate::html::{HIDE, SHOW};
use anyhow::{Context, Result};
use elasticlunr::{IndexBuilder, Language, Pipeline, lang::English};
use serde_json::{Value, json};
use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};

/// A section is found by its names before it is found by its words.
const NAMES_BOOST: u32 = 12;
/// A name of asyncio leads to its own row's page, and not to one that has the
/// word in a name of Tokio's or in its sentences, however often.
const EXACT_BOOST: u32 = 24;
/// What is left of the weight of an exercise's words.
const EXERCISE_WEIGHT: f64 = 0.25;

/// What the search finds: a part of a page, with its heading.
struct Section {
    url: String,
    title: String,
    body: String,
    breadcrumbs: String,
    names: String,
    exact: String,
}

/// `asyncio.wait_for(..)` is found by `asyncio.wait_for` and by `wait_for`.
fn words(text: &str) -> Vec<String> {
    let mut words = Vec::new();
    for word in text.to_lowercase().split(|c: char| c.is_whitespace()) {
        words.extend(tokens(word));
        let path = word.split(['(', '<', '=']).next().unwrap_or(word);
        let name = path.rsplit(['.', ':']).next().unwrap_or(path);
        for part in [path, name] {
            if !part.is_empty() && !words.iter().any(|one| one == part) {
                words.push(part.to_owned());
            }
        }
    }
    words
}

/// As mdBook cuts the words of a section.
fn tokens(text: &str) -> Vec<String> {
    text.split(|c: char| c.is_whitespace() || c == '-')
        .filter(|word| !word.is_empty() && word.len() <= 80)
        .map(str::to_lowercase)
        .collect()
}

/// Makes the index in `dir` anew, with the names.
pub fn rewrite(dir: &Path, names: &Names) -> Result<()> {
    let Some(path) = index_file(dir)? else {
        return Ok(());
    };
    let named = || path.display().to_string();
    let script = fs::read_to_string(&path)
        .with_context(|| format!("cannot read {}", named()))?;
    let script = with_names(&script, names)
        .with_context(|| format!("{} is no index of mdBook's", named()))?;
    fs::write(&path, script)
        .with_context(|| format!("cannot write {}", named()))
}

fn index_file(dir: &Path) -> Result<Option<PathBuf>> {
    let entries = fs::read_dir(dir)
        .with_context(|| format!("cannot read {}", dir.display()))?;
    for entry in entries {
        let name = entry?.file_name().to_string_lossy().into_owned();
        if name.starts_with("searchindex") && name.ends_with(".js") {
            return Ok(Some(dir.join(name)));
        }
    }
    Ok(None)
}

/// The index is JSON in a JavaScript string in single quotes.
fn with_names(script: &str, names: &Names) -> Result<String> {
    const START: &str = "JSON.parse('";
    const END: &str = "'));";
    let (head, rest) = script.split_once(START).context("no JSON in it")?;
    let text = rest.trim_end().strip_suffix(END).context("no end of it")?;
    let text = text.replace("\\'", "'").replace("\\\\", "\\");
    let mut json: Value = serde_json::from_str(&text)?;

    let sections = sections(&json, names)?;
    json["search_options"]["fields"]["names"] = json!({ "boost": NAMES_BOOST });
    json["search_options"]["fields"]["exact"] = json!({ "boost": EXACT_BOOST });
    json["doc_urls"] = sections.iter().map(|one| one.url.clone()).collect();
    json["index"] = index(&sections)?;
    let text = json.to_string().replace('\\', "\\\\").replace('\'', "\\'");
    Ok(format!("{head}{START}{text}{END}"))
}

/// mdBook's sections, each with its names, and the rows of their own.
fn sections(json: &Value, names: &Names) -> Result<Vec<Section>> {
    let urls: Vec<String> = serde_json::from_value(json["doc_urls"].clone())?;
    let docs = &json["index"]["documentStore"]["docs"];
    let text = |at: usize, field: &str| {
        let text = docs[at.to_string()][field].as_str();
        text.unwrap_or_default().to_owned()
    };
    let mut sections: Vec<Section> = urls
        .into_iter()
        .enumerate()
        .map(|(at, url)| Section {
            url,
            title: text(at, "title"),
            body: searched(&text(at, "body")),
            breadcrumbs: text(at, "breadcrumbs"),
            names: String::new(),
            exact: String::new(),
        })
        .collect();
    for (place, words) in &names.places {
        // A place that is no heading: its page then.
        let page = place.split('#').next().unwrap_or_default();
        let at = sections.iter().position(|one| one.url == *place);
        let at = at.or_else(|| {
            let mut pages =
                sections.iter().map(|one| one.url.split('#').next());
            pages.position(|one| one == Some(page))
        });
        if let Some(at) = at {
            sections[at].names += &words.join(" ");
            sections[at].names.push(' ');
            let exact = names.exact.get(place).into_iter().flatten();
            for name in exact {
                sections[at].exact += &format!("{name} ");
            }
        }
    }
    let rows = names.rows.iter().map(|row| Section {
        url: row.url.clone(),
        title: row.title.clone(),
        body: row.body.clone(),
        breadcrumbs: format!("Dictionary » {}", row.title),
        names: row.names.clone(),
        exact: row.exact.clone(),
    });
    sections.extend(rows);
    Ok(sections)
}

/// Without what stands between the marks.
fn searched(body: &str) -> String {
    let mut parts = body.split(HIDE);
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        out += part.split_once(SHOW).map_or("", |(_, after)| after);
    }
    out
}

/// English that knows no words to leave out: `get` is a method.
struct EveryWord(English);

impl Language for EveryWord {
    fn name(&self) -> String {
        self.0.name()
    }

    fn code(&self) -> String {
        self.0.code()
    }

    fn tokenize(&self, text: &str) -> Vec<String> {
        self.0.tokenize(text)
    }

    fn make_pipeline(&self) -> Pipeline {
        let mut pipeline = self.0.make_pipeline();
        pipeline
            .queue
            .retain(|step| step.name() != "stopWordFilter");
        pipeline
    }
}

fn index(sections: &[Section]) -> Result<Value> {
    let language = Box::new(EveryWord(English::new()));
    let mut index = IndexBuilder::with_language(language)
        .add_field_with_tokenizer("title", Box::new(&tokens))
        .add_field_with_tokenizer("body", Box::new(&tokens))
        .add_field_with_tokenizer("breadcrumbs", Box::new(&tokens))
        .add_field_with_tokenizer("names", Box::new(&words))
        .add_field_with_tokenizer("exact", Box::new(&tokens))
        .build();
    let mut exercises = BTreeSet::new();
    for (at, one) in sections.iter().enumerate() {
        let at = at.to_string();
        index.add_doc(
            &at,
            [
                &one.title,
                &one.body,
                &one.breadcrumbs,
                &one.names,
                &one.exact,
            ],
        );
        if one.title.trim().starts_with("Exercise") {
            exercises.insert(at);
        }
    }
    let mut index = serde_json::to_value(&index)?;
    let lengths = index["documentStore"]["docInfo"].as_object_mut();
    for length in lengths.into_iter().flat_map(|all| all.values_mut()) {
        // A section with many names is as right for each as one with a few.
        length["names"] = json!(1);
        length["exact"] = json!(1);
    }
    for field in ["title", "body", "breadcrumbs"] {
        lighten(&mut index["index"][field]["root"], &exercises);
    }
    Ok(index)
}

/// Takes weight from the words of some sections. The index is a tree of
/// letters; each node has the sections in which its word occurs, and how often.
fn lighten(node: &mut Value, sections: &BTreeSet<String>) {
    let Some(node) = node.as_object_mut() else {
        return;
    };
    for (key, below) in node {
        match below.as_object_mut() {
            Some(docs) if key == "docs" => {
                for (_, doc) in
                    docs.iter_mut().filter(|d| sections.contains(d.0))
                {
                    let often = doc["tf"].as_f64().unwrap_or_default();
                    doc["tf"] = json!(often * EXERCISE_WEIGHT);
                }
            }
            _ => lighten(below, sections),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LIST: &str = "\
| Message | What to look at | Explained in |
|---|---|---|
| `deadline has elapsed` | a limit | [Timeouts](timeouts.md#errors) |
| | the same, in a test | [Locks](locks.md#traps), [Tasks](tasks.md) |
| <span id=\"K1\"></span>`to_thread` | `spawn_blocking` | threads | later |
";

    fn script() -> String {
        let mut index =
            IndexBuilder::new().add_fields(["title", "body"]).build();
        index.add_doc("0", ["Tasks", "a task's end"]);
        index.add_doc("1", ["Errors", "what a limit says"]);
        let hints = format!("Count. {HIDE}hint{SHOW}");
        index.add_doc("2", ["Exercise: count", &hints]);
        let json = json!({
            "doc_urls": ["tasks.html#a", "timeouts.html#errors", "x.html#e"],
            "search_options": { "fields": {} },
            "index": index,
        });
        let json = json.to_string().replace('\\', "\\\\").replace('\'', "\\'");
        format!("window.search = Object.assign(JSON.parse('{json}'));")
    }

    fn rewritten() -> Value {
        let mut names = Names::default();
        names.add("dictionary.md", LIST);
        let script = with_names(&script(), &names).unwrap();
        let json = script.split_once("JSON.parse('").unwrap().1;
        let json = json.strip_suffix("'));").unwrap();
        let json = json.replace("\\'", "'").replace("\\\\", "\\");
        serde_json::from_str(&json).unwrap()
    }

    fn docs(json: &Value, field: &str, word: &str) -> Vec<String> {
        let mut node = &json["index"]["index"][field]["root"];
        for letter in word.chars() {
            node = &node[letter.to_string()];
        }
        let docs = node["docs"].as_object().into_iter().flatten();
        docs.map(|(at, _)| at.clone()).collect()
    }

    #[test]
    fn a_message_leads_to_each_page_that_explains_it() {
        let json = rewritten();
        assert_eq!(docs(&json, "names", "deadlin"), ["0", "1"]);
        assert_eq!(docs(&json, "body", "task'"), ["0"]);
    }

    #[test]
    fn the_name_of_a_row_is_found_before_a_word_of_it() {
        let json = rewritten();
        assert_eq!(docs(&json, "exact", "to_thread"), ["3"]);
        assert!(docs(&json, "exact", "spawn_block").is_empty());
        assert!(docs(&json, "exact", "deadlin").is_empty());
    }

    #[test]
    fn a_row_that_no_page_explains_is_found_itself() {
        let json = rewritten();
        assert_eq!(json["doc_urls"][3], "dictionary.html#K1");
        assert_eq!(docs(&json, "names", "to_thread"), ["3"]);
    }

    #[test]
    fn hints_are_out_and_exercises_come_last() {
        let json = rewritten();
        assert!(docs(&json, "body", "hint").is_empty());
        let root = &json["index"]["index"]["title"]["root"];
        assert_eq!(root["c"]["o"]["u"]["n"]["t"]["docs"]["2"]["tf"], 0.25);
    }

    #[test]
    fn a_name_is_found_with_its_path_and_without() {
        let words = words("asyncio.wait_for(..)");
        assert_eq!(
            words,
            ["asyncio.wait_for(..)", "asyncio.wait_for", "wait_for"]
        );
    }
}
