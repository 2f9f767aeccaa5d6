//! What Cargo says in JSON while it builds, within bounds.
//!
//! The compiler may say far more than anybody reads: 6,000 errors on one long
//! line are gigabytes, as each message has the line in it. So messages are
//! read as they come, the first ones are kept, and when there are enough
//! errors Cargo need not go on.

use std::ops::ControlFlow;
use std::path::PathBuf;

use serde_json::Value;

use crate::diagnostics::{self, Diagnostic, Level};

/// A message is one line, with the lines of the text that it points at.
pub const LONGEST: usize = 4 << 20;

/// How many errors, and how many warnings, are kept.
const MOST: usize = 40;

/// Bytes of the words of one message.
const MOST_WORDS: usize = 16 << 10;

/// What Cargo has said so far.
#[derive(Debug)]
pub struct Messages {
    /// Whose program and whose diagnostics are kept.
    target: String,
    /// The end of the path of the reader's file.
    file: String,
    pub executable: Option<PathBuf>,
    pub errors: Vec<Diagnostic>,
    pub warnings: Vec<Diagnostic>,
    /// Of all targets.
    failures: usize,
    /// A message was longer than [`LONGEST`].
    too_long: bool,
}

impl Messages {
    pub fn new(target: &str, file: &str) -> Self {
        Self {
            target: target.to_owned(),
            file: file.to_owned(),
            executable: None,
            errors: Vec::new(),
            warnings: Vec::new(),
            failures: 0,
            too_long: false,
        }
    }

    /// Takes one line; returns the compiler's own words, if it has some.
    pub fn hear(&mut self, line: &str) -> Option<String> {
        self.too_long |= line.len() >= LONGEST;
        // What is not JSON is not for us.
        let mut line: Value = serde_json::from_str(line).ok()?;
        let target = &line["target"];
        let ours = target["name"] == *self.target;
        if line["reason"] == "compiler-artifact" {
            let is_library = |kind: &Value| kind == "lib";
            let kinds = target["kind"].as_array();
            if ours && !kinds.is_some_and(|all| all.iter().any(is_library)) {
                let path = line["executable"].as_str().map(PathBuf::from);
                self.executable = path.or(self.executable.take());
            }
            return None;
        }
        if line["reason"] != "compiler-message" {
            return None;
        }
        let message = &mut line["message"];
        if let Value::String(words) = &mut message["rendered"] {
            cut(words);
        }
        if let Some(said) = diagnostics::of(message, &self.file) {
            self.failures += usize::from(said.level == Level::Error);
            let kept = match said.level {
                Level::Error => &mut self.errors,
                Level::Warning => &mut self.warnings,
            };
            if ours && kept.len() < MOST {
                kept.push(said);
            }
        }
        message["rendered"].as_str().map(str::to_owned)
    }

    /// `Break`: it does not compile, and there are enough words for it.
    pub fn next(&self) -> ControlFlow<()> {
        match self.failures >= MOST {
            true => ControlFlow::Break(()),
            false => ControlFlow::Continue(()),
        }
    }

    /// What to say when not all was said that there is.
    pub fn left_out(&self) -> Option<String> {
        if self.failures >= MOST {
            return Some(format!(
                "These are the first {MOST} errors; there may be more."
            ));
        }
        let words = "A message of the compiler was longer than 4 MiB and is \
                     not shown. Is a line of the text very long?";
        self.too_long.then(|| words.to_owned())
    }
}

/// Shortens the words of a message.
fn cut(words: &mut String) {
    if words.len() > MOST_WORDS {
        let end = (0..=MOST_WORDS).rfind(|at| words.is_char_boundary(*at));
        words.truncate(end.unwrap_or(0));
        words.push_str("\n(This message goes on.)\n");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn message(target: &str, level: &str, words: &str) -> String {
        let target = serde_json::json!({ "name": target, "kind": ["bin"] });
        serde_json::json!({
            "reason": "compiler-message",
            "target": target,
            "message": {
                "level": level, "message": "no", "rendered": words,
                "code": null, "spans": [{
                    "file_name": "src/it.rs", "is_primary": true,
                    "line_start": 1, "line_end": 1, "column_start": 1,
                    "column_end": 2, "expansion": null,
                }],
            },
        })
        .to_string()
    }

    #[test]
    fn finds_the_program_among_the_messages() {
        let mut messages = Messages::new("semaphore", "it.rs");
        for line in [
            r#"{"reason":"compiler-artifact","target":{"name":"semaphore","kind":["lib"]},"executable":null}"#,
            r#"{"reason":"compiler-artifact","target":{"name":"semaphore","kind":["example"]},"executable":"/t/semaphore"}"#,
            r#"{"reason":"compiler-artifact","target":{"name":"other","kind":["bin"]},"executable":"/t/other"}"#,
            r#"{"reason":"build-finished","success":true}"#,
            "no JSON",
        ] {
            assert_eq!(messages.hear(line), None);
        }
        assert_eq!(messages.executable, Some("/t/semaphore".into()));
    }

    #[test]
    fn the_words_of_all_are_heard_and_those_of_the_target_kept() {
        let mut messages = Messages::new("it", "it.rs");
        let words = messages.hear(&message("other", "warning", "w"));
        assert_eq!(words.as_deref(), Some("w"));
        let words = messages.hear(&message("it", "error", "e"));
        assert_eq!(words.as_deref(), Some("e"));
        assert_eq!(messages.warnings, []);
        assert_eq!(messages.errors[0].line, 1);
        assert!(messages.next().is_continue());
        assert_eq!(messages.left_out(), None);
    }

    #[test]
    fn enough_errors_are_enough_and_warnings_never() {
        let mut messages = Messages::new("it", "it.rs");
        for _ in 0..3 * MOST {
            messages.hear(&message("it", "warning", "w"));
        }
        assert!(messages.next().is_continue());
        assert_eq!(messages.warnings.len(), MOST);
        for _ in 0..MOST {
            assert!(messages.next().is_continue());
            messages.hear(&message("it", "error", "e"));
        }
        assert!(messages.next().is_break());
        assert!(messages.left_out().unwrap().contains("the first 40"));
    }

    #[test]
    fn a_long_message_is_cut() {
        let mut messages = Messages::new("it", "it.rs");
        let long = "é".repeat(MOST_WORDS);
        let words = messages.hear(&message("it", "error", &long)).unwrap();
        assert!(words.len() < MOST_WORDS + 100);
        assert!(words.ends_with("(This message goes on.)\n"));
        assert_eq!(messages.errors[0].rendered, words);
        messages.hear(&"x".repeat(LONGEST));
        assert!(messages.left_out().unwrap().contains("longer than 4 MiB"));
    }
}
