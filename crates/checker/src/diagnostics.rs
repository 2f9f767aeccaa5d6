//! What the compiler says, with its place in the reader's file.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::link::PageLink;

/// One message of the compiler.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Diagnostic {
    pub level: Level,
    /// The first words, in one line.
    pub message: String,
    /// `E0382`, or the name of a lint.
    pub code: Option<String>,
    /// The compiler's own words, whole.
    pub rendered: String,
    /// Where it points to in the reader's file, from 1; all four are 0 if it
    /// points elsewhere. Columns count characters, and the end is the column
    /// after the last one, as the compiler has them.
    pub line: u32,
    pub column: u32,
    pub end_line: u32,
    pub end_column: u32,
    /// The page of the book that explains it.
    pub page: Option<PageLink>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Level {
    Error,
    Warning,
}

impl Diagnostic {
    /// Does it point into the reader's file?
    pub fn is_here(&self) -> bool {
        self.line > 0
    }
}

/// The diagnostic in a line of Cargo's `--message-format=json`. `None`: the
/// line is about something else, or only counts the messages before it.
///
/// `file` is the end of the reader's path, such as `01_one/exercise.rs`.
/// The page is left open: [`ErrorIndex`](crate::pages::ErrorIndex) knows it.
pub fn parse(line: &str, file: &str) -> Option<Diagnostic> {
    let line = serde_json::from_str::<Value>(line).ok()?;
    of(&line["message"], file)
}

/// The same from the `message` of such a line.
pub(crate) fn of(message: &Value, file: &str) -> Option<Diagnostic> {
    let level = match message["level"].as_str()? {
        "error" | "error: internal compiler error" => Level::Error,
        "warning" => Level::Warning,
        _ => return None,
    };
    let spans: Vec<&Value> =
        message["spans"].as_array().into_iter().flatten().collect();
    let first = message["message"].as_str()?;
    if spans.is_empty() && is_sum(first) {
        return None;
    }
    let mut primary = spans.iter().filter(|span| span["is_primary"] == true);
    let place = primary.find_map(|span| in_file(span, file));
    let at = |key: &str| {
        let number = place.and_then(|span| span[key].as_u64());
        number.and_then(|n| u32::try_from(n).ok()).unwrap_or(0)
    };
    Some(Diagnostic {
        level,
        message: first.lines().next().unwrap_or_default().to_owned(),
        code: message["code"]["code"].as_str().map(str::to_owned),
        rendered: message["rendered"].as_str().unwrap_or(first).to_owned(),
        line: at("line_start"),
        column: at("column_start"),
        end_line: at("line_end"),
        end_column: at("column_end"),
        page: None,
    })
}

/// `aborting due to 2 previous errors`, `3 warnings emitted`.
fn is_sum(message: &str) -> bool {
    message.starts_with("aborting due to")
        || message.ends_with("warning emitted")
        || message.ends_with("warnings emitted")
}

/// The span itself, or the call of the macro that it came out of.
fn in_file<'a>(span: &'a Value, file: &str) -> Option<&'a Value> {
    let mut span = span;
    loop {
        if is_file(span["file_name"].as_str()?, file) {
            return Some(span);
        }
        span = span["expansion"].get("span")?;
    }
}

fn is_file(path: &str, end: &str) -> bool {
    let path = path.replace('\\', "/");
    let before = path.strip_suffix(end);
    before.is_some_and(|before| before.is_empty() || before.ends_with('/'))
}
