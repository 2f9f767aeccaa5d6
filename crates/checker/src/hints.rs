//! Hints: which there are, and which comes next.

use serde::{Deserialize, Serialize};

/// One hint of an exercise.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "toml::Value")]
pub struct Hint {
    /// Markdown.
    pub text: String,
    /// The checks that it helps with; none means all of them.
    #[serde(rename = "for")]
    pub for_checks: Vec<String>,
}

/// A hint as `exercise.toml` has it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    text: String,
    #[serde(default, rename = "for")]
    for_checks: Vec<String>,
}

/// Not an untagged enum, whose errors do not say what is wrong.
impl TryFrom<toml::Value> for Hint {
    type Error = toml::de::Error;

    fn try_from(value: toml::Value) -> Result<Self, Self::Error> {
        if let toml::Value::String(text) = value {
            let for_checks = Vec::new();
            return Ok(Hint { text, for_checks });
        }
        let Written { text, for_checks } = value.try_into()?;
        Ok(Hint { text, for_checks })
    }
}

impl Hint {
    pub fn is_for(&self, check: &str) -> bool {
        self.for_checks.iter().any(|name| name == check)
    }
}

/// The hint to show after those that are `seen`: the first one that names the
/// check that fails, else the first one. `None`: all were seen.
pub fn next(hints: &[Hint], seen: &[u32], check: Option<&str>) -> Option<u32> {
    let left = || (0..).zip(hints).filter(|(index, _)| !seen.contains(index));
    let aimed = check.and_then(|check| left().find(|(_, h)| h.is_for(check)));
    aimed.or_else(|| left().next()).map(|(index, _)| index)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hints() -> Vec<Hint> {
        let hint = |for_checks: &[&str]| Hint {
            text: "look".to_owned(),
            for_checks: for_checks.iter().map(|&c| c.to_owned()).collect(),
        };
        vec![hint(&[]), hint(&["a"]), hint(&["b"]), hint(&["a", "b"])]
    }

    fn order(check: Option<&str>) -> Vec<u32> {
        let mut seen = Vec::new();
        while let Some(index) = next(&hints(), &seen, check) {
            seen.push(index);
        }
        seen
    }

    #[test]
    fn the_check_that_fails_chooses() {
        assert_eq!(order(None), [0, 1, 2, 3]);
        assert_eq!(order(Some("b")), [2, 3, 0, 1]);
        assert_eq!(order(Some("a")), [1, 3, 0, 2]);
        assert_eq!(order(Some("unknown")), [0, 1, 2, 3]);
    }

    #[test]
    fn what_was_seen_before_stays_seen() {
        assert_eq!(next(&hints(), &[2], Some("b")), Some(3));
        assert_eq!(next(&hints(), &[0, 1, 2, 3], None), None);
        assert_eq!(next(&[], &[], Some("a")), None);
    }
}
