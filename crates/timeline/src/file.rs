//! The text of a recording's file, written and read.

use std::ops::RangeInclusive;

use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::{FORMAT, OLDEST, Recording, Run, VERSION, check};

/// Why a text is not a recording that this program can read.
#[derive(Debug)]
pub enum FormatError {
    Json(serde_json::Error),
    /// The format that was found, and the one that is read.
    Format(String, &'static str),
    /// The version that was found, and the newest that is read.
    Version(u64, u32),
    /// It cannot be drawn: where it is broken, and how.
    Broken(String),
}

impl std::fmt::Display for FormatError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let remedy = "record again with `cargo book record`";
        match self {
            Self::Json(error) => write!(f, "not a recording: {error}"),
            Self::Format(found, known) => write!(
                f,
                "the format is {found:?}, this program reads {known:?}"
            ),
            Self::Version(found, known) => write!(
                f,
                "the recording has version {found}, this program reads \
                 version {known}; {}",
                match *found > u64::from(*known) {
                    true =>
                        "update it, or record again with `cargo book record`",
                    false => remedy,
                }
            ),
            Self::Broken(what) => {
                write!(f, "the recording is broken: {what}; {remedy}")
            }
        }
    }
}

impl std::error::Error for FormatError {}

impl FormatError {
    /// The same, with the run's name.
    pub(crate) fn in_run(self, name: &str) -> Self {
        match self {
            Self::Broken(what) => Self::Broken(format!("{name}: {what}")),
            other => other,
        }
    }
}

/// Bytes. The largest recording of the book has half of one MiB; to read takes
/// twenty times as much memory.
const LONGEST: usize = 32 << 20;

/// Reads a file of a format, and checks that its version is known: one of
/// these.
pub(crate) fn read<T: DeserializeOwned>(
    text: &str,
    format: &'static str,
    versions: RangeInclusive<u32>,
) -> Result<T, FormatError> {
    if text.len() > LONGEST {
        let what = format!("it has {} MiB", text.len() >> 20);
        return Err(FormatError::Broken(what));
    }
    let value: serde_json::Value =
        serde_json::from_str(text).map_err(FormatError::Json)?;
    let found = value["format"].as_str().unwrap_or_default();
    if found != format {
        return Err(FormatError::Format(found.to_owned(), format));
    }
    let Some(found) = value["version"].as_u64() else {
        let found = &value["version"];
        let what = format!("its version is {found} and no number");
        return Err(FormatError::Broken(what));
    };
    let known = u32::try_from(found).is_ok_and(|v| versions.contains(&v));
    if !known {
        return Err(FormatError::Version(found, *versions.end()));
    }
    // Of the text, and not of the value: that has forgotten the keys that were
    // there twice.
    serde_json::from_str(text).map_err(FormatError::Json)
}

/// Its text: arrays of objects one element a line.
pub(crate) fn write(file: &impl Serialize) -> String {
    let value = serde_json::to_value(file).unwrap_or_default();
    let mut text = String::new();
    lines(&value, 0, &mut text);
    text.push('\n');
    text
}

impl Recording {
    /// Reads a recording, and checks that its version is known and that it
    /// can be drawn.
    ///
    /// # Errors
    ///
    /// When it is not; the error says what is wrong.
    pub fn from_json(text: &str) -> Result<Self, FormatError> {
        let mut recording: Self = read(text, FORMAT, OLDEST..=VERSION)?;
        // What is new since has a default that says what an old file means.
        recording.version = VERSION;
        for run in &mut recording.runs {
            run.runtime = recording.runtime;
        }
        check::runs(&recording)?;
        for run in &recording.runs {
            check::check(run).map_err(|error| match &run.value {
                Some(value) => error.in_run(value),
                None => error,
            })?;
        }
        Ok(recording)
    }

    /// The text of the recording's file. The same recording gives the same
    /// bytes: one event a line, so that a change shows as a small difference.
    pub fn to_json(&self) -> String {
        write(self)
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
                let key = serde_json::Value::from(key.as_str());
                out.push_str(&format!("{pad}{key}: "));
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

#[cfg(test)]
mod tests {
    use crate::exercise::Expected;

    /// Found by the fuzzer: Rust writes other escapes than JSON.
    #[test]
    fn a_name_with_a_control_character_is_read_back() {
        let mut expected = Expected::new("odd", "1.54.1", "");
        let cost = crate::cost::Cost::default();
        expected.right.insert("a\u{1b}\"\\b".to_owned(), cost);
        let text = expected.to_json();
        assert_eq!(Expected::from_json(&text).unwrap(), expected);
    }
}
