//! No circles of files inside a crate: who reads one of two files that import
//! each other must read both.
//!
//! An import is a `use`, a path that begins with `crate`, `super` or `self`,
//! and the name of a file's own module before `::`. It leads to the file that
//! has the item, also through a `pub use`, which by itself is no import.

use std::collections::{BTreeMap, BTreeSet};

use crate::files;
use crate::none;

/// Crates that still have a circle, and what closes it. Each line must still
/// be needed.
const STILL_THERE: &[(&str, &str)] = &[
    ("crates/book", "`run` and the parts of it"),
    ("crates/record", "`main` has the type `Files`"),
    (
        "crates/recorder",
        "`replay` and `lanes` are to be one tracker",
    ),
    ("crates/render", "`mentions` takes a function of `page`"),
    ("crates/timeline", "`difference`, and `draw` with `strip`"),
];

/// The modules of one crate: path of the module, and its file's text.
struct Crate {
    modules: BTreeMap<Vec<String>, Module>,
}

struct Module {
    file: String,
    /// Without comments and tests.
    code: String,
    /// What a `pub use` hands on: the name, and the path behind it.
    handed_on: Vec<(String, Vec<String>)>,
}

type Graph = BTreeMap<String, BTreeSet<String>>;

#[test]
fn no_files_of_a_crate_import_each_other_in_a_circle() {
    let mut wrong = Vec::new();
    for (name, krate) in crates() {
        let found = circles(&krate.graph());
        let excused = STILL_THERE.iter().any(|(known, _)| *known == name);
        match (excused, found.is_empty()) {
            (true, true) => wrong.push(format!(
                "{name} has no circle any more: take it out of STILL_THERE"
            )),
            (true, false) => {}
            (false, _) => wrong.extend(found),
        }
    }
    none(&wrong);
}

fn crates() -> BTreeMap<String, Crate> {
    let mut roots = BTreeMap::<String, Crate>::new();
    for file in files::ending(&[".rs"]) {
        let Some((krate, path)) = file.path.split_once("/src/") else {
            continue;
        };
        if !krate.starts_with("crates/") {
            continue;
        }
        let name = path.trim_end_matches(".rs");
        let module: Vec<String> = match name {
            "lib" => Vec::new(),
            // Beside a library it is a crate of its own.
            "main" if is_library(krate) => continue,
            "main" => Vec::new(),
            name => name.split('/').map(str::to_owned).collect(),
        };
        let code = code(&file.text);
        let module_of = Module {
            handed_on: handed_on(&code),
            code,
            file: file.path.clone(),
        };
        let krate = roots.entry(krate.to_owned()).or_insert_with(|| Crate {
            modules: BTreeMap::new(),
        });
        krate.modules.insert(module, module_of);
    }
    roots
}

fn is_library(krate: &str) -> bool {
    files::root().join(krate).join("src/lib.rs").is_file()
}

impl Crate {
    fn graph(&self) -> Graph {
        let mut graph = Graph::new();
        for (module, Module { file, code, .. }) in &self.modules {
            let edges = graph.entry(file.clone()).or_default();
            for path in imports(module, code) {
                if let Some(to) = self.find(module, &path, 0)
                    && to != file
                {
                    edges.insert(to.to_owned());
                }
            }
        }
        graph
    }

    /// The file that has what `path`, seen from `module`, names.
    fn find(
        &self,
        module: &[String],
        path: &[String],
        deep: usize,
    ) -> Option<&str> {
        let mut at = module.to_vec();
        let mut rest = path;
        while let [first, more @ ..] = rest {
            match first.as_str() {
                "crate" => at.clear(),
                "super" => drop(at.pop()),
                "self" => {}
                name => {
                    at.push(name.to_owned());
                    if !self.modules.contains_key(&at) {
                        at.pop();
                        break;
                    }
                }
            }
            rest = more;
        }
        let here = self.modules.get(&at)?;
        let behind = rest.first().and_then(|name| {
            let is = |(known, _): &&(String, Vec<String>)| known == name;
            here.handed_on.iter().find(is)
        });
        match behind {
            Some((_, path)) if deep < 8 => self.find(&at, path, deep + 1),
            _ => Some(&here.file),
        }
    }
}

/// The text without comments, and without the tests at its end.
fn code(text: &str) -> String {
    let mut code = String::new();
    let mut lines = text.lines().peekable();
    while let Some(line) = lines.next() {
        let tests = line.trim() == "#[cfg(test)]"
            && lines.peek().is_some_and(|next| next.ends_with('{'));
        if tests {
            break;
        }
        let line = line.split("//").next().unwrap_or_default();
        code.push_str(line);
        code.push('\n');
    }
    code
}

/// Every path of the file that leads to another file of the crate.
fn imports(module: &[String], code: &str) -> Vec<Vec<String>> {
    let mut found = Vec::new();
    let mut rest_of_code = String::new();
    for statement in code.split_inclusive(';') {
        match used(statement) {
            Some((public, tree)) => {
                let paths = expand(tree);
                // Handed on, and used here as well.
                found.extend(paths.into_iter().filter(|path| {
                    let name = path.last().map_or("", String::as_str);
                    !public || words(code, name) > 1
                }));
            }
            None => rest_of_code.push_str(statement),
        }
    }
    let is_child = |word: &str| {
        code.contains(&format!("mod {word};")) && !module.is_empty()
            || code.contains(&format!("\nmod {word};"))
    };
    for chain in chains(&rest_of_code) {
        let first = chain[0].as_str();
        if matches!(first, "crate" | "super" | "self") || is_child(first) {
            found.push(chain);
        }
    }
    found
}

/// The tree of a `use`, if the statement ends with one; is it public?
fn used(statement: &str) -> Option<(bool, &str)> {
    let at = statement
        .match_indices("use ")
        .map(|(at, _)| at)
        .find(|at| {
            let before = &statement[..*at];
            before.rsplit('\n').next().is_some_and(|start| {
                let start = start.trim();
                start.is_empty() || start.starts_with("pub")
            })
        })?;
    let start = statement[..at].rsplit('\n').next().unwrap_or_default();
    let tree = statement[at + 4..].trim_end_matches(';').trim();
    Some((start.trim().starts_with("pub"), tree))
}

/// `a::{b, c::d}` names `a::b` and `a::c::d`.
fn expand(tree: &str) -> Vec<Vec<String>> {
    let tree: String = tree.split_whitespace().collect::<Vec<_>>().join(" ");
    let Some((head, inner)) = tree.split_once('{') else {
        let path = tree.split(" as ").next().unwrap_or_default();
        return vec![segments(path)];
    };
    let inner = inner.trim_end().trim_end_matches('}');
    let mut parts = vec![String::new()];
    let mut depth = 0;
    for letter in inner.chars() {
        match letter {
            '{' => depth += 1,
            '}' => depth -= 1,
            ',' if depth == 0 => {
                parts.push(String::new());
                continue;
            }
            _ => {}
        }
        if let Some(part) = parts.last_mut() {
            part.push(letter);
        }
    }
    let parts = parts.iter().filter(|part| !part.trim().is_empty());
    parts
        .flat_map(|part| {
            // A nested tree keeps its own closing brace.
            expand(part.trim())
        })
        .map(|path| {
            let mut whole = segments(head);
            whole.extend(path.into_iter().filter(|word| word != "self"));
            whole
        })
        .collect()
}

fn segments(path: &str) -> Vec<String> {
    path.split("::")
        .map(|word| word.trim().to_owned())
        .filter(|word| !word.is_empty())
        .collect()
}

fn handed_on(code: &str) -> Vec<(String, Vec<String>)> {
    code.split_inclusive(';')
        .filter_map(used)
        .filter(|(public, _)| *public)
        .flat_map(|(_, tree)| expand(tree))
        .filter_map(|path| Some((path.last()?.clone(), path)))
        .collect()
}

/// How often the word stands in the code.
fn words(code: &str, name: &str) -> usize {
    let is_part = |letter: char| letter.is_alphanumeric() || letter == '_';
    code.split(|letter| !is_part(letter))
        .filter(|word| *word == name)
        .count()
}

/// Names that are joined by `::`, two at least.
fn chains(code: &str) -> Vec<Vec<String>> {
    let part = |c: char| c.is_alphanumeric() || c == '_' || c == ':';
    code.split(|letter| !part(letter))
        .filter(|word| word.contains("::") && !word.starts_with(':'))
        .map(segments)
        .filter(|chain| !chain.is_empty())
        .collect()
}

fn reached(graph: &Graph, from: &str) -> BTreeSet<String> {
    let mut seen = BTreeSet::new();
    let mut open = vec![from.to_owned()];
    while let Some(file) = open.pop() {
        for next in graph.get(&file).into_iter().flatten() {
            if seen.insert(next.clone()) {
                open.push(next.clone());
            }
        }
    }
    seen
}

/// Each set of files of which every one reaches every other.
fn circles(graph: &Graph) -> Vec<String> {
    let all: BTreeMap<&String, BTreeSet<String>> = graph
        .keys()
        .map(|file| (file, reached(graph, file)))
        .collect();
    let mut told = BTreeSet::new();
    let mut found = Vec::new();
    for (file, reach) in &all {
        if !reach.contains(*file) || told.contains(*file) {
            continue;
        }
        let circle: Vec<&String> = reach
            .iter()
            .filter(|other| all.get(other).is_some_and(|r| r.contains(*file)))
            .collect();
        let mut words = format!("{} files import each other:", circle.len());
        for from in &circle {
            told.insert((*from).clone());
            for to in graph.get(*from).into_iter().flatten() {
                if circle.contains(&to) {
                    words.push_str(&format!("\n  {from} imports {to}"));
                }
            }
        }
        found.push(words);
    }
    found
}

#[test]
fn an_import_is_seen_however_it_is_written() {
    let code = "use super::{a::B, c::{self, D}};\npub use self::e::F;\n\
                mod g;\nfn x() { g::y(); crate::h::z() }\n";
    let module = ["m".to_owned(), "n".to_owned()];
    let found: Vec<String> = imports(&module, code)
        .iter()
        .map(|path| path.join("::"))
        .collect();
    let expected = [
        "super::a::B",
        "super::c",
        "super::c::D",
        "g::y",
        "crate::h::z",
    ];
    assert_eq!(found, expected);
}
