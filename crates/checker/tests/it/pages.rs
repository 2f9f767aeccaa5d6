//! Each message of the book leads to the page that explains it.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use checker::pages::ErrorIndex;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

struct Captured {
    name: String,
    message: String,
    code: Option<String>,
    text: String,
}

/// The first message of each file in `recordings/fail`.
fn captured() -> Vec<Captured> {
    let entries = fs::read_dir(root().join("recordings/fail")).unwrap();
    let files = entries.map(|entry| entry.unwrap().path());
    files
        .map(|path| {
            let text = fs::read_to_string(&path).unwrap();
            let (head, message) =
                text.lines().next().unwrap().split_once(": ").unwrap();
            let code = head.split_once('[').map(|(_, code)| code);
            let code = code.map(|code| code.trim_end_matches(']').to_owned());
            let lint = text
                .contains("unused_must_use")
                .then(|| "unused_must_use".to_owned());
            Captured {
                name: path.file_stem().unwrap().to_str().unwrap().to_owned(),
                message: message.to_owned(),
                code: code.or(lint),
                text: text.clone(),
            }
        })
        .collect()
}

/// The pages that show the failing example, or its message.
fn shown_on(name: &str) -> BTreeSet<String> {
    let include = format!("/fail/{name}.");
    let pages = fs::read_dir(root().join("src")).unwrap();
    let pages = pages.map(|entry| entry.unwrap().path()).filter(|path| {
        path.extension().is_some_and(|extension| extension == "md")
            && fs::read_to_string(path).unwrap().contains(&include)
    });
    pages
        .map(|page| page.file_stem().unwrap().to_str().unwrap().to_owned())
        .collect()
}

#[test]
fn each_captured_message_leads_to_the_page_that_shows_it() {
    let index = ErrorIndex::load(&root());
    let mut wrong = Vec::new();
    for Captured {
        name,
        message,
        code,
        text,
    } in captured()
    {
        let page = index.page(&message, code.as_deref(), &text);
        let page = page.map(|page| page.href).unwrap_or_default();
        let stem = page.split(".html").next().unwrap();
        let shown = shown_on(&name);
        if !shown.contains(stem) && !shown.is_empty() {
            wrong.push(format!("{name}: {page}, shown on {shown:?}"));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// A row that no message of its page leads to would be there for nobody.
#[test]
fn each_row_is_reached() {
    let index = ErrorIndex::load(&root());
    let reached: BTreeSet<(String, String)> = captured()
        .iter()
        .filter_map(|c| {
            let page = index.page(&c.message, c.code.as_deref(), &c.text)?;
            Some((kind(&c.message), page.href))
        })
        .collect();
    let text = fs::read_to_string(root().join("src/error-messages.md"));
    let text = text.unwrap();
    let (mut rows, mut above) = (0, "");
    for line in text.lines().filter(|line| line.contains("](")) {
        let cells: Vec<&str> = line.split('|').map(str::trim).collect();
        let [_, message, second, .., link, _] = cells[..] else {
            continue;
        };
        let href = link.split(['(', ')']).nth(1).unwrap();
        let href = href.replace(".md", ".html");
        if !message.is_empty() {
            above = message.trim_matches('`').trim();
        }
        let message = above;
        rows += 1;
        if cells.len() == 6 {
            let code = (!second.is_empty()).then_some(second);
            let mine = (kind(message), href.clone());
            assert!(reached.contains(&mine), "{code:?} {mine:?} {reached:#?}");
        } else {
            let said = format!("called `unwrap` on a value: {message}");
            let page = index.page_of_panic(&said).expect(message);
            // Two rows may be the same words in two ways of printing.
            assert!(page.href.starts_with(href.split('#').next().unwrap()));
        }
    }
    assert!(rows > 40, "{rows}");
}

/// A message without its names.
fn kind(message: &str) -> String {
    let parts = message.split('`').step_by(2);
    parts.collect::<Vec<_>>().join("`")
}

#[test]
fn the_readers_names_are_not_those_of_the_example() {
    let index = ErrorIndex::load(&root());
    let href = |message: &str, code: &str, rendered: &str| {
        index
            .page(message, Some(code), rendered)
            .map(|page| page.href)
            .unwrap_or_default()
    };
    let said = "use of moved value: `reply`\n  |  `reply` moved due to this \
                method call\n  = move occurs because `reply` has type \
                `tokio::sync::oneshot::Sender<u8>`\nnote: \
                `tokio::sync::oneshot::Sender::<T>::send` takes ownership of \
                the receiver `self`, which moves `reply`";
    assert!(
        href("use of moved value: `reply`", "E0382", said)
            .starts_with("one-answer"),
    );
    let said = "mismatched types\n  |  expected `u8`, found `Result<u8, \
                Elapsed>`\n = note: expected type `u8`\n found enum \
                `Result<u8, Elapsed>`\nhelp: consider using `Result::expect` \
                to unwrap the `Result<u8, Elapsed>` value, panicking if the \
                value is a `Result::Err`\n";
    assert!(href("mismatched types", "E0308", said).starts_with("timeouts"));
    // Nothing of asyncio in it: the list, and not one of its pages.
    let said = "mismatched types\n  |  expected `u8`, found `&str`\n";
    assert!(href("mismatched types", "E0308", said).starts_with("error-mess"));
    let said = "unused `Result` that must be used";
    assert_eq!(href(said, "unused_must_use", said), "");
    // The code alone has one page.
    let said = "async recursion is a new message";
    assert_eq!(href(said, "E0733", said), "reading-await.html#recursion");
    assert_eq!(href("unknown", "E9999", "unknown"), "");
}

#[test]
fn a_panic_has_its_page_too() {
    let index = ErrorIndex::load(&root());
    let page = |said: &str| index.page_of_panic(said).map(|page| page.href);
    let said = "there is no reactor running, must be called from the context \
                of a Tokio 1.x runtime";
    let href = page(said).unwrap();
    assert_eq!(href, "runtime-by-hand.html#without-a-runtime");
    let said = "called `Result::unwrap()` on an `Err` value: Elapsed(())";
    assert!(page(said).unwrap().starts_with("timeouts.html"));
    assert_eq!(page("expected one"), None);
}

#[test]
fn a_book_without_a_list_explains_nothing() {
    let index = ErrorIndex::load(Path::new("nowhere"));
    assert_eq!(index.page("mismatched types", Some("E0308"), ""), None);
}

/// Rows that explain one message in several pages: only the first says it.
#[test]
fn a_row_without_a_message_goes_on_with_the_one_above() {
    let dir = std::env::temp_dir()
        .join(format!("checker-index-{}", std::process::id()));
    fs::create_dir_all(dir.join("src")).unwrap();
    let list = "\
        | Message | Code | What | Explained in |\n\
        | `mismatched types` | E0308 | a handle | [Tasks](tasks.md#traps) |\n\
        | `no reactor` | a thread | [Tasks](tasks.md#traps) |\n\
        | | another thread | [Locks](locks.md) |\n\
        | `await is only allowed` | E0728 | a closure | [One](one.md) |\n\
        | | | a destructor | [Two](two.md) |\n";
    fs::write(dir.join("src/error-messages.md"), list).unwrap();
    let index = ErrorIndex::load(&dir);
    fs::remove_dir_all(&dir).unwrap();
    let page = index.page("await is only allowed", Some("E0728"), "");
    assert_eq!(page.unwrap().title, "One");
    // Two pages explain the code: the list has both.
    let page = index.page("await is refused", Some("E0728"), "");
    assert_eq!(page.unwrap().title, "Error messages");
    let page = index.page_of_panic("there is no reactor here").unwrap();
    assert_eq!(page.title, "Tasks");
}
