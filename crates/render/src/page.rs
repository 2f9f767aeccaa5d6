//! One chapter: Markdown with directives becomes Markdown with HTML in it.
//!
//! Large HTML (figures) does not pass through mdBook, which would parse it
//! again and index its words: a slot stands in for it until the page is
//! written.

mod blocks;
mod card;
mod figure;
mod go;
mod listing;
mod output;
mod predict;

use crate::{
    excerpt::Include,
    html,
    library::Library,
    numbers::Evidence,
    problem::{Fault, Problem},
};
use blocks::{Block, Kind};
pub use output::source_of;
use std::{
    collections::{HashMap, HashSet},
    path::{Path, PathBuf},
};

/// HTML that takes the place of its key in the written page.
pub struct Slot {
    pub key: String,
    pub html: String,
}

pub struct Page {
    pub markdown: String,
    pub slots: Vec<Slot>,
    pub problems: Vec<Problem>,
    /// What does not stop a build, but should be looked at.
    pub warnings: Vec<Problem>,
}

/// Prepares the chapter at `path` (relative to `src/`) for mdBook.
pub fn prepare(library: &Library, path: &Path, text: &str) -> Page {
    let mut writer = Writer::new(library, path);
    let text = text.replace("\r\n", "\n");
    let markdown = writer.transform(&crate::typography::glue(&text), 1);
    for (line, name) in crate::mentions::missing(&library.root, &text) {
        let fault = Fault::new(
            format!("there is no `{name}`"),
            "correct the name, or write what it names",
        );
        writer.problems.push(fault.at(&writer.file, line));
    }
    let (markdown, asked) = go::links(&markdown, &writer.figures);
    for (link, fault) in asked {
        let before = text.find(&link).map_or("", |at| &text[..at]);
        let line = 1 + newlines(before);
        writer.problems.push(fault.at(&writer.file, line));
    }
    let unproved = crate::numbers::unproved(&text, &writer.evidence);
    for (line, number) in unproved {
        writer.line = line;
        writer.warn(Fault::new(
            format!("`{number}` stands in no output, run or listing here"),
            format!(
                "correct it, show the output that has it, or say why it \
                     needs no proof: `<!-- given: {number} -->`"
            ),
        ));
    }
    let Writer {
        slots,
        problems,
        warnings,
        ..
    } = writer;
    Page {
        markdown,
        slots,
        problems,
        warnings,
    }
}

struct Writer<'a> {
    library: &'a Library,
    /// The chapter's folder, relative to `src/`.
    folder: PathBuf,
    /// The chapter's name in messages: `src/queues.md`.
    file: String,
    /// The chapter's name in keys: `queues`.
    stem: String,
    slots: Vec<Slot>,
    problems: Vec<Problem>,
    warnings: Vec<Problem>,
    evidence: Evidence,
    /// The figures and questions that this page has already.
    names: HashSet<String>,
    /// What sentences can ask its figures to show.
    figures: HashMap<String, go::Shown>,
    /// Where the block at hand begins.
    line: usize,
}

impl<'a> Writer<'a> {
    fn new(library: &'a Library, path: &Path) -> Self {
        let file = Path::new("src").join(path).display().to_string();
        let stem = path.with_extension("").display().to_string();
        Self {
            library,
            folder: path.parent().map(Path::to_owned).unwrap_or_default(),
            file: file.replace('\\', "/"),
            stem: stem.replace(['\\', '/'], "-"),
            slots: Vec::new(),
            problems: Vec::new(),
            warnings: Vec::new(),
            evidence: Evidence::default(),
            names: HashSet::new(),
            figures: HashMap::new(),
            line: 1,
        }
    }

    fn transform(&mut self, text: &str, first_line: usize) -> String {
        let mut out = String::with_capacity(text.len() * 2);
        let mut done = 0;
        let (mut line, mut counted) = (first_line, 0);
        let mut blocks = blocks::scan(text).into_iter();
        // The asyncio twin that stands last in `out`, and where it begins.
        let mut twin: Option<(usize, String)> = None;
        while let Some(Block { range, kind }) = blocks.next() {
            line += newlines(&text[counted..range.start]);
            counted = range.start;
            self.line = line;
            let mut end = range.end;
            let made = match kind {
                Kind::Fence { info, body, nested } => {
                    self.fence(&info, &body, nested)
                }
                Kind::Image { alt, path } => self.image(&alt, &path),
                Kind::Comment(comment) => match directive(&comment) {
                    ("predict", head) => {
                        let close = blocks.by_ref().find(|block| {
                            matches!(&block.kind, Kind::Comment(text)
                                    if text == "/predict")
                        });
                        Some(match close {
                            Some(close) => {
                                end = close.range.end;
                                let inner = &text[range.end..close.range.start];
                                let start =
                                    line + newlines(&text[range.clone()]);
                                self.predict(head, inner, start)
                            }
                            None => Err(Fault::new(
                                "the question has no end",
                                "close it with `<!-- /predict -->`",
                            )),
                        })
                    }
                    ("exercise", name) => Some(self.card(name)),
                    ("progress", _) => Some(Ok(PROGRESS.to_owned())),
                    _ => None,
                },
            };
            let Some(made) = made else { continue };
            let made = made.unwrap_or_else(|fault| self.report(line, fault));
            self.stray(&text[done..range.start], first_line, done, text);
            let between = &text[done..range.start];
            out.push_str(between);
            out.push('\n');
            let before = twin.take().filter(|_| between.trim().is_empty());
            let begins = out.len();
            out.push_str(&made);
            out.push_str("\n\n");
            done = end;
            match before {
                // Both programs beside each other, where there is room.
                Some((at, name)) if listed(&made, "example") == Some(&name) => {
                    out.insert_str(at, "<div class=\"twins\">\n\n");
                    out.push_str("</div>\n\n");
                }
                _ => {
                    twin = listed(&made, "twin")
                        .map(|name| (begins, name.to_owned()));
                }
            }
        }
        self.stray(&text[done..], first_line, done, text);
        out.push_str(&text[done..]);
        out
    }

    fn fence(
        &mut self,
        info: &str,
        body: &str,
        nested: bool,
    ) -> Option<Result<String, Fault>> {
        let language = info.split([',', ' ']).next().unwrap_or_default();
        let ours = matches!(language, "rust" | "python" | "console");
        let include = Include::only(body);
        if ours && nested {
            return Some(Err(Fault::new(
                format!("a `{language}` fence inside a list or quotation"),
                "put it at the left margin, between two blank lines",
            )));
        }
        match (language, include) {
            ("rust" | "python", Some(include)) => {
                Some(self.listing(language, &include))
            }
            ("console", Some(include)) => Some(self.output(&include)),
            ("rust" | "python", None) => Some(Err(Fault::new(
                format!("{language} code written inside the chapter"),
                "move it to a file under examples/ and include that: code \
                 on a page is code that was compiled and run",
            ))),
            ("console", None) => Some(Err(Fault::new(
                "an output written by hand",
                "include the captured file: \
                 `{{#include ../recordings/NAME.txt}}`; for commands to type \
                 use a `sh` fence",
            ))),
            ("mermaid", None) => Some(Ok(diagram(body))),
            // mdBook expands other includes; here they are only checked.
            (_, Some(include)) => match self.show(&include) {
                Ok((_, text)) => {
                    self.evidence.add_output(&text);
                    None
                }
                Err(fault) => Some(Err(fault)),
            },
            (_, None) => None,
        }
    }

    /// Reads the file of an include. Its path comes back relative to the
    /// repository.
    fn show(&self, include: &Include<'_>) -> Result<(String, String), Fault> {
        let path = self.library.resolve(&self.folder, include.path);
        let path = path.ok_or_else(|| {
            Fault::new(
                format!("`{}` lies outside the repository", include.path),
                "include files of this repository only",
            )
        })?;
        let text = self.library.read(&path)?;
        Ok((path, text))
    }

    /// Includes that nobody handles would be expanded, or quietly left, by
    /// mdBook.
    fn stray(
        &mut self,
        text: &str,
        first_line: usize,
        start: usize,
        all: &str,
    ) {
        let Some(found) = text.find("{{#") else {
            return;
        };
        let alone = text[found..].lines().next().and_then(Include::only);
        let known = alone.is_some() && text[..found].ends_with('\n');
        if !known && !text[..found].ends_with('\\') {
            let line = first_line + newlines(&all[..start + found]);
            self.report(
                line,
                Fault::new(
                    "an include that does not stand alone in a fence",
                    "put nothing else between the fence's two lines",
                ),
            );
        }
    }

    fn slot(&mut self, html: String) -> String {
        let key = format!(
            "<div data-slot=\"{}-{}\"></div>",
            self.stem,
            self.slots.len()
        );
        self.slots.push(Slot {
            key: key.clone(),
            html,
        });
        key
    }

    /// Notes a problem and returns what the page shows in its place.
    fn report(&mut self, line: usize, fault: Fault) -> String {
        let problem = fault.at(&self.file, line);
        let shown = html::block(&format!(
            "<div class=\"problem\"><p><strong>{}:{}</strong> {}</p>\n\
             <p>Remedy: {}</p></div>",
            problem.file,
            problem.line,
            html::escape(&problem.message),
            html::escape(&problem.remedy),
        ));
        self.problems.push(problem);
        shown
    }

    fn warn(&mut self, fault: Fault) {
        self.warnings.push(fault.at(&self.file, self.line));
    }
}

const PROGRESS: &str =
    "<section class=\"progress\" data-progress hidden></section>";

/// The example, or the twin, that a listing shows.
fn listed<'a>(made: &'a str, what: &str) -> Option<&'a str> {
    let (head, _) = made
        .strip_prefix("<div class=\"listing ")?
        .split_once('>')?;
    let (_, name) = head.split_once(&format!(" data-{what}=\""))?;
    name.split('"').next()
}

/// The frame around a diagram; mdbook-mermaid replaces the fence.
fn diagram(source: &str) -> String {
    format!(
        "<figure class=\"diagram\">\n\n{}\n\n</figure>",
        html::fence("mermaid", source)
    )
}

/// `exercise: 21_semaphore` is the word and the rest.
fn directive(comment: &str) -> (&str, &str) {
    match comment.split_once(':') {
        Some((word, rest)) => (word.trim(), rest.trim()),
        None => (comment, ""),
    }
}

pub fn newlines(text: &str) -> usize {
    text.bytes().filter(|byte| *byte == b'\n').count()
}
