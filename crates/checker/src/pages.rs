//! Which page of the book explains a message.
//!
//! `src/error-messages.md` is the source: its tables have a message, what to
//! look at, and a link. Several rows may have one message, which only the first
//! of them says; then the row wins whose page shows the captured message that
//! is most like the reader's.

mod likeness;
mod pattern;

use std::path::Path;

use self::likeness::{Words, words};
use self::pattern::Pattern;
use crate::diagnostics::Diagnostic;
use crate::link::PageLink;

/// Codes whose message says too little: `mismatched types` may be anything. A
/// row is only taken when the rest of the message is like the captured one.
const VAGUE: [&str; 4] = ["E0282", "E0308", "E0599", "unused_must_use"];

/// How much of a captured message must be in the reader's.
const LIKE: f64 = 0.5;

/// The tables of `src/error-messages.md`.
#[derive(Clone, Debug, Default)]
pub struct ErrorIndex {
    compiler: Vec<Row>,
    program: Vec<Row>,
}

#[derive(Clone, Debug)]
struct Row {
    message: Pattern,
    code: Option<String>,
    page: PageLink,
    /// What the captured messages of this row's page say, each in its words.
    captures: Vec<Words>,
}

impl ErrorIndex {
    /// Reads the table, and the captured messages that its pages show. A book
    /// without a table explains nothing.
    pub fn load(root: &Path) -> Self {
        let source = root.join("src");
        let text = crate::read::long_string(&source.join("error-messages.md"));
        let mut index = Self::parse(&text.unwrap_or_default());
        for row in &mut index.compiler {
            row.captures = captures(root, row);
        }
        index
    }

    fn parse(text: &str) -> Self {
        let mut index = Self::default();
        let mut above = ("", "");
        for line in text.lines().filter(|line| line.starts_with("| ")) {
            let cells: Vec<&str> =
                line.trim_matches('|').split('|').map(str::trim).collect();
            let (table, said, link) = match cells[..] {
                [message, code, _, link] => {
                    (&mut index.compiler, (message, code), link)
                }
                [message, _, link] => (&mut index.program, (message, ""), link),
                _ => continue,
            };
            if !said.0.is_empty() {
                above = said;
            }
            let (message, code) = above;
            // The heads of the tables have no link.
            if let Some(page) = page_link(link) {
                table.push(Row {
                    message: Pattern::of_cell(message),
                    code: code.starts_with('E').then(|| code.to_owned()),
                    page,
                    captures: Vec::new(),
                });
            }
        }
        index
    }

    /// The page for a message of the compiler. `rendered` decides between
    /// rows with the same message. A code without a row of its message leads
    /// to the one page that explains the code, or to the list of messages.
    pub fn page(
        &self,
        message: &str,
        code: Option<&str>,
        rendered: &str,
    ) -> Option<PageLink> {
        let said = words(rendered);
        let vague = code.is_some_and(|code| VAGUE.contains(&code));
        let mut same: Vec<(f64, &Row)> = self
            .compiler
            .iter()
            .filter_map(|row| {
                let names = row.message.names_in(message)?;
                let like = row.likeness(&said);
                let known = names.are_equal() || like >= LIKE;
                (!vague || known).then_some((names.score() + like, row))
            })
            .collect();
        // Stable, and so the first of equals stays first.
        same.sort_by(|(a, _), (b, _)| b.total_cmp(a));
        if let Some((_, row)) = same.first() {
            return Some(row.page.clone());
        }
        let code = code.filter(|code| code.starts_with('E'))?;
        let mut rows = self
            .compiler
            .iter()
            .filter(|row| row.code.as_deref() == Some(code));
        let first = rows.next()?;
        let clear = !vague && rows.all(|row| row.page == first.page);
        Some(if clear { first.page.clone() } else { list() })
    }

    /// The page for what a program says: a panic, an error that was printed.
    pub fn page_of_panic(&self, message: &str) -> Option<PageLink> {
        let row = self.program.iter().find(|row| row.message.is_in(message));
        row.map(|row| row.page.clone())
    }

    /// Fills in the page of a diagnostic.
    pub fn explain(&self, diagnostic: &mut Diagnostic) {
        let Diagnostic {
            message,
            code,
            rendered,
            page,
            ..
        } = diagnostic;
        *page = self.page(message, code.as_deref(), rendered);
    }
}

impl Row {
    fn likeness(&self, said: &Words) -> f64 {
        let all = self.captures.iter().map(|capture| capture.share_in(said));
        all.fold(0.0, f64::max)
    }
}

fn list() -> PageLink {
    PageLink {
        title: "Error messages".to_owned(),
        href: "error-messages.html#from-the-compiler".to_owned(),
    }
}

/// The first `[title](page.md#part)` of a cell.
fn page_link(cell: &str) -> Option<PageLink> {
    let (title, rest) = cell.strip_prefix('[')?.split_once("](")?;
    let (target, _) = rest.split_once(')')?;
    Some(PageLink {
        title: title.to_owned(),
        href: target.replacen(".md", ".html", 1),
    })
}

/// What was captured of the failing examples on this row's page, if it has
/// the words of the row.
fn captures(root: &Path, row: &Row) -> Vec<Words> {
    let page = row.page.href.split(".html").next().unwrap_or_default();
    let page = root.join("src").join(page).with_extension("md");
    let text = crate::read::long_string(&page).unwrap_or_default();
    let names = text.lines().filter_map(|line| {
        // A page may show the example and not its message.
        let (_, rest) = line.split_once("/fail/")?;
        let shown = line.starts_with("{{#include");
        rest.split_once('.').filter(|_| shown).map(|(name, _)| name)
    });
    names
        .filter_map(|name| {
            let file = format!("recordings/fail/{name}.txt");
            let text = crate::read::long_string(&root.join(file)).ok()?;
            let mut heads = text.lines().filter_map(head);
            heads
                .any(|head| row.message.names_in(head).is_some())
                .then(|| words(&text))
        })
        .collect()
}

/// The message in `error[E0382]: use of moved value: ...`.
fn head(line: &str) -> Option<&str> {
    let (kind, message) = line.split_once(": ")?;
    let kind = kind.split('[').next();
    matches!(kind, Some("error" | "warning")).then_some(message)
}
