//! Listings that show a part of a file: each name in them is defined there,
//! imported there, or told beside the listing or in the text of the page.

use std::{collections::BTreeSet, fs};

use crate::{
    real_book::{report, root, site},
    rust,
};

/// What every program knows: keywords that begin a path, and the prelude.
const KNOWN: &str = "Self self super crate std core alloc bool char str u8 \
    u16 u32 u64 u128 usize i8 i16 i32 i64 isize f32 f64 Box Clone Copy Debug \
    Default Drop Eq Err Fn FnMut FnOnce From Into IntoFuture Future IntoIterator \
    Iterator None Ok Option PartialEq Result Send Some String Sync ToOwned \
    ToString Unpin Vec drop tokio futures tokio_util";
const MACROS: &str = "assert assert_eq format matches panic print println \
    eprintln unreachable vec write writeln";

/// A listing of a part, as the page shows it.
struct Part {
    /// Below `examples/`.
    file: String,
    code: String,
    /// What the page tells of the rest of the file.
    told: BTreeSet<String>,
}

fn between<'a>(text: &'a str, from: &str, to: &str) -> Option<&'a str> {
    Some(text.split_once(from)?.1.split_once(to)?.0)
}

fn parts(html: &str) -> Vec<Part> {
    let listings = html.split("<div class=\"listing ").skip(1);
    let parts = listings.filter_map(|listing| {
        let path = between(listing, "\"listing-path\">", "<")?;
        let file = path.strip_prefix("examples/")?;
        let lines = between(listing, "\"listing-part\">lines ", "<")?;
        let (first, last) = lines.split_once(" to ")?;
        let (first, last): (usize, usize) =
            (first.parse().ok()?, last.parse().ok()?);
        let source = fs::read_to_string(root().join(path)).ok()?;
        // The numbers are the file's, in which anchors are lines, too.
        let code = source.lines().skip(first - 1);
        let code = code.filter(|line| !line.contains("// ANCHOR"));
        let code: Vec<&str> = code.take(last + 1 - first).collect();
        let told = between(listing, "Elsewhere in the file: <code>", "<");
        let told = told.unwrap_or_default().split(", ").map(str::to_owned);
        file.ends_with(".rs").then(|| Part {
            file: file.to_owned(),
            code: code.join("\n"),
            told: told.collect(),
        })
    });
    parts.collect()
}

/// The words that stand as code in the page's sentences.
fn explained(html: &str) -> BTreeSet<String> {
    let mut parts = html.split("<details class=\"listing-cut\">");
    let mut sentences = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        sentences += part.split_once("</details>").map_or("", |(_, it)| it);
    }
    let mut words = BTreeSet::new();
    for code in sentences.split("<code>").skip(1) {
        let code = code.split("</code>").next().unwrap_or_default();
        let outer = |c: char| !c.is_alphanumeric() && c != '_';
        words.extend(code.split(outer).map(str::to_owned));
    }
    words
}

#[test]
fn each_name_of_a_part_is_defined_or_explained() {
    report();
    let known: BTreeSet<&str> = KNOWN
        .split_whitespace()
        .chain(MACROS.split_whitespace())
        .collect();
    let (mut wrong, mut count) = (Vec::new(), 0);
    for entry in fs::read_dir(site()).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_none_or(|end| end != "html") {
            continue;
        }
        let page = path.file_stem().unwrap().to_string_lossy().into_owned();
        if page == "print" {
            continue;
        }
        let html = fs::read_to_string(&path).unwrap();
        let explained = explained(&html);
        for part in parts(&html) {
            let names = rust::names(&part.code).unwrap_or_else(|e| {
                panic!("{}: {e}\n{}", part.file, part.code)
            });
            let file = &part.file;
            for name in names.unknown {
                wrong.push(format!("{page}: {file}: what is in `{name}!`?"));
            }
            for name in names.used.difference(&names.bound) {
                count += 1;
                let said = known.contains(name.as_str())
                    || names.imported.contains(name)
                    || part.told.contains(name)
                    || explained.contains(name);
                if !said {
                    wrong.push(format!("{page}: {file}: `{name}`"));
                }
            }
        }
    }
    assert!(count > 100, "only {count} names");
    assert!(wrong.is_empty(), "not explained:\n{}", wrong.join("\n"));
}
