//! What a listing leaves out that is cut by an anchor: the `use` lines and the
//! heads of the items whose names stand in it. A reader who copies the lines
//! needs them, and one who reads wonders what the names are.

use std::collections::BTreeMap;

/// A name that a file has at its outermost level, and what says it.
struct Item {
    name: String,
    /// The path of an import without the name; nothing for an item.
    path: Option<String>,
    text: String,
}

/// The names, and the lines that explain them; nothing if the part stands by
/// itself.
pub fn left_out(file: &str, part: &str) -> (Vec<String>, String) {
    let used = names(part);
    let own = items(part);
    let mut imports: BTreeMap<String, Vec<String>> = BTreeMap::new();
    let mut rest = String::new();
    let mut found = Vec::new();
    for item in items(file) {
        let Item { name, path, text } = item;
        let here = own.iter().any(|own| own.name == name);
        // A trait is needed for its methods, and `*` for anything.
        let silent = path.is_some() && (name.ends_with("Ext") || name == "*");
        if here || name == "main" || !silent && !used.contains(&name) {
            continue;
        }
        found.push(name);
        match path {
            Some(path) => imports.entry(path).or_default().push(text),
            None => rest += &format!("{text}\n"),
        }
    }
    let mut lines = String::new();
    for (path, names) in imports {
        lines += &match &names[..] {
            [one] => format!("use {path}{one};\n"),
            many => format!("use {path}{{{}}};\n", many.join(", ")),
        };
    }
    (found, lines + &rest)
}

/// What stands at the left margin: imports, constants, functions, types.
fn items(text: &str) -> Vec<Item> {
    let mut items = Vec::new();
    let mut lines = text.lines();
    while let Some(line) = lines.next() {
        let bare = line.strip_prefix("pub ").unwrap_or(line);
        let mut head = bare.to_owned();
        let mut until = |ends: &[char]| {
            while !head.contains(ends)
                && let Some(next) = lines.next()
            {
                head = format!("{} {}", head.trim_end(), next.trim());
            }
            head.clone()
        };
        if let Some(tree) = bare.strip_prefix("use ") {
            let skip = bare.len() - tree.len();
            let tree = until(&[';'])[skip..].replace([' ', ';'], "");
            imports("", &tree.replace("as_", " as _"), &mut items);
            continue;
        }
        let kinds = [
            "const ",
            "static ",
            "type ",
            "async fn ",
            "fn ",
            "struct ",
            "enum ",
            "trait ",
            "macro_rules! ",
        ];
        let Some(kind) = kinds.iter().find(|kind| bare.starts_with(**kind))
        else {
            continue;
        };
        let name = word(&bare[kind.len()..]);
        let text = match *kind {
            "const " | "static " | "type " => until(&[';']),
            "async fn " | "fn " => {
                let head = until(&['{']);
                let head = head.split(" {").next().unwrap_or_default();
                format!("{head} {{ .. }}")
                    .replace("( ", "(")
                    .replace(", )", ")")
            }
            _ => format!("{kind}{name} .."),
        };
        let path = None;
        items.push(Item { name, path, text });
    }
    items
}

/// `tokio::{sync::Semaphore,time::{Instant,sleep}}`, taken apart.
fn imports(path: &str, tree: &str, items: &mut Vec<Item>) {
    if let Some((before, inside)) = tree.split_once('{') {
        let inside = inside.strip_suffix('}').unwrap_or(inside);
        let path = format!("{path}{before}");
        let (mut depth, mut from) = (0, 0);
        for (at, c) in inside.char_indices().chain([(inside.len(), ',')]) {
            match c {
                '{' => depth += 1,
                '}' => depth -= 1,
                ',' if depth == 0 => {
                    if from < at {
                        imports(&path, &inside[from..at], items);
                    }
                    from = at + 1;
                }
                _ => {}
            }
        }
        return;
    }
    let (path, last) = match tree.rsplit_once("::") {
        Some((before, last)) => (format!("{path}{before}::"), last),
        None => (path.to_owned(), tree),
    };
    // `mpsc::{self}` imports the module itself.
    if last == "self" {
        return imports("", path.trim_end_matches("::"), items);
    }
    items.push(Item {
        name: last.split(" as ").next().unwrap_or_default().to_owned(),
        path: Some(path),
        text: last.to_owned(),
    });
}

fn word(text: &str) -> String {
    let part = |c: &char| c.is_alphanumeric() || *c == '_';
    text.chars().take_while(part).collect()
}

/// The names in a piece of code that begin a path: no method, no field, no
/// later part of a path, no word of a comment or of a text.
fn names(code: &str) -> Vec<String> {
    let mut names = Vec::new();
    for line in code.lines() {
        let line = without_texts(line);
        let mut at = 0;
        while let Some(from) =
            line[at..].find(|c: char| c.is_alphabetic() || c == '_')
        {
            let from = at + from;
            let name = word(&line[from..]);
            at = from + name.len();
            let before = line[..from].trim_end();
            let inner = before.ends_with("::")
                || before.ends_with('.') && !before.ends_with("..")
                || before.ends_with('\'')
                || line[..from].ends_with(|c: char| c.is_ascii_digit());
            if !inner {
                names.push(name);
            }
        }
    }
    names
}

/// A line without its comment, and of its texts only what they name: `{n}`.
fn without_texts(line: &str) -> String {
    let mut out = String::new();
    let mut text = false;
    let mut named = false;
    let mut rest = line.chars().peekable();
    while let Some(c) = rest.next() {
        match c {
            '\\' if text => _ = rest.next(),
            '"' => {
                text = !text;
                named = false;
                out.push(' ');
            }
            '/' if !text && rest.peek() == Some(&'/') => break,
            '{' if text => named = true,
            '}' | ':' if text => {
                named = false;
                out.push(' ');
            }
            _ if !text || named => out.push(c),
            _ => {}
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    const FILE: &str = "use futures::StreamExt;\nuse std::{sync::Arc, \
        time::Duration};\nuse tokio::{\n    sync::mpsc::{self, Sender},\n    \
        time::{Instant, sleep},\n};\n\nconst LIMIT: u32 = 3;\nstatic A: u8 = \
        1;\n\nasync fn load(\n    id: u32,\n) -> u32 {\n    id\n}\n\nstruct \
        Job;\n\nfn main() {\n    let x = load(LIMIT);\n}\n";

    fn of(part: &str) -> (Vec<String>, String) {
        left_out(FILE, part)
    }

    #[test]
    fn a_name_that_is_cut_away_is_explained() {
        let (names, lines) = of("sleep(Duration::ZERO); load(LIMIT); Job;");
        let all = ["StreamExt", "Duration", "sleep", "LIMIT", "load", "Job"];
        assert_eq!(names, all);
        assert_eq!(
            lines,
            "use futures::StreamExt;\nuse std::time::Duration;\nuse \
             tokio::time::sleep;\nconst LIMIT: u32 = 3;\nasync fn load(id: \
             u32) -> u32 { .. }\nstruct Job ..\n"
        );
        let (_, lines) = of("Instant::now(); sleep(x); mpsc::channel(1);");
        assert!(lines.contains("use tokio::time::{Instant, sleep};"));
        assert!(lines.contains("use tokio::sync::mpsc;"), "{lines}");
    }

    #[test]
    fn methods_texts_and_comments_name_nothing() {
        let part = "a.sleep(); b::load(); \"Job\"; // LIMIT\n'A: {}";
        assert_eq!(of(part).0, ["StreamExt"]);
        assert_eq!(of("println!(\"{LIMIT} {A:?}\")").0.len(), 3);
    }

    #[test]
    fn what_stands_in_the_part_is_not_said_again() {
        let part = "const LIMIT: u32 = 3;\nload(LIMIT)";
        assert_eq!(of(part).0, ["StreamExt", "load"]);
    }
}
