//! The text of a recording's file, written and read.

use crate::{FORMAT, Recording, Run, VERSION};

/// Why a text is not a recording that this program can read.
#[derive(Debug)]
pub enum FormatError {
    Json(serde_json::Error),
    Format(String),
    Version(u64),
}

impl std::fmt::Display for FormatError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Json(error) => write!(f, "not a recording: {error}"),
            Self::Format(found) => write!(
                f,
                "the format is {found:?}, this program reads {FORMAT:?}"
            ),
            Self::Version(found) => write!(
                f,
                "the recording has version {found}, this program reads \
                 version {VERSION}; record again with `cargo book record`"
            ),
        }
    }
}

impl std::error::Error for FormatError {}

impl Recording {
    /// Reads a recording and checks that its version is known.
    pub fn from_json(text: &str) -> Result<Self, FormatError> {
        let value: serde_json::Value =
            serde_json::from_str(text).map_err(FormatError::Json)?;
        let format = value["format"].as_str().unwrap_or_default();
        if format != FORMAT {
            return Err(FormatError::Format(format.to_owned()));
        }
        let version = value["version"].as_u64().unwrap_or_default();
        if version != u64::from(VERSION) {
            return Err(FormatError::Version(version));
        }
        serde_json::from_value(value).map_err(FormatError::Json)
    }

    /// The text of the recording's file. The same recording gives the same
    /// bytes: one event a line, so that a change shows as a small difference.
    pub fn to_json(&self) -> String {
        let value = serde_json::to_value(self).unwrap_or_default();
        let mut text = String::new();
        lines(&value, 0, &mut text);
        text.push('\n');
        text
    }

    /// The run that the example's file itself gives.
    pub fn default_run(&self) -> Option<&Run> {
        self.runs.get(self.default_index())
    }

    /// Where that run stands among the runs.
    pub fn default_index(&self) -> usize {
        let default = self.knob.as_ref().map(|knob| &knob.default);
        let mut runs = self.runs.iter();
        runs.position(|run| run.value.as_ref() == default)
            .unwrap_or(0)
    }
}

/// Writes arrays of objects one element a line, everything else compactly.
fn lines(value: &serde_json::Value, depth: usize, out: &mut String) {
    use serde_json::Value::{Array, Object};
    let pad = " ".repeat(depth + 1);
    let open = |items: usize| items > 0 && depth < 3;
    match value {
        Object(map) if open(map.len()) => {
            out.push('{');
            for (i, (key, value)) in map.iter().enumerate() {
                out.push_str(if i == 0 { "\n" } else { ",\n" });
                out.push_str(&format!("{pad}{key:?}: "));
                lines(value, depth + 1, out);
            }
            out.push_str(&format!("\n{}}}", " ".repeat(depth)));
        }
        Array(items) if items.iter().any(|item| item.is_object()) => {
            out.push('[');
            for (i, item) in items.iter().enumerate() {
                out.push_str(if i == 0 { "\n" } else { ",\n" });
                out.push_str(&pad);
                lines(item, depth + 1, out);
            }
            out.push_str(&format!("\n{}]", " ".repeat(depth)));
        }
        other => out.push_str(&other.to_string()),
    }
}
