//! A message whose names may be others.

/// What stands in backticks in a message and is no name of the reader's.
const WORDS: [&str; 8] = [
    "async", "async fn", "await", "else", "if", "main", "match", "?",
];

/// A message, cut at its names: `` use of moved value: `host` ``.
#[derive(Clone, Debug, PartialEq)]
pub struct Pattern(Vec<Part>);

#[derive(Clone, Debug, PartialEq)]
enum Part {
    Text(String),
    Name(String),
}

/// The names that a message has in the places of a pattern's.
pub struct Names {
    equal: usize,
    all: usize,
}

impl Names {
    /// There are names, and the reader's are those of the table.
    pub fn are_equal(&self) -> bool {
        self.all > 0 && self.equal == self.all
    }

    /// Between 0 and 1; a little, as names are mostly those of an example.
    pub fn score(&self) -> f64 {
        if self.all == 0 {
            return 0.0;
        }
        self.equal as f64 / self.all as f64 / 4.0
    }
}

impl Pattern {
    /// From a cell of the table, which is Markdown's code.
    pub fn of_cell(cell: &str) -> Self {
        match cell.strip_prefix("``").and_then(|c| c.strip_suffix("``")) {
            Some(code) => Self::of(code.trim()),
            None => Self::of(cell.trim_matches('`')),
        }
    }

    pub fn of(message: &str) -> Self {
        let mut parts: Vec<Part> = Vec::new();
        for (index, piece) in message.split('`').enumerate() {
            let quoted = index % 2 == 1;
            if quoted && !WORDS.contains(&piece) {
                parts.push(Part::Name(piece.to_owned()));
                continue;
            }
            let piece = match quoted {
                true => format!("`{piece}`"),
                false => piece.to_owned(),
            };
            match parts.last_mut() {
                Some(Part::Text(text)) => text.push_str(&piece),
                _ if piece.is_empty() => {}
                _ => parts.push(Part::Text(piece)),
            }
        }
        Self(parts)
    }

    /// Is it this message, whatever its names are?
    pub fn names_in(&self, message: &str) -> Option<Names> {
        let other = Self::of(message);
        let mut names = Names { equal: 0, all: 0 };
        if self.0.len() != other.0.len() {
            return None;
        }
        for pair in self.0.iter().zip(&other.0) {
            match pair {
                (Part::Text(a), Part::Text(b)) if a == b => {}
                (Part::Name(a), Part::Name(b)) => {
                    names.all += 1;
                    names.equal += usize::from(last(a) == last(b));
                }
                _ => return None,
            }
        }
        Some(names)
    }

    /// Does a longer text have these words? Numbers may be others, and an
    /// `Err(...)` around an error is gone when `unwrap` prints it.
    pub fn is_in(&self, text: &str) -> bool {
        let own = self.text();
        let bare = own.strip_prefix("Err(").and_then(|t| t.strip_suffix(')'));
        without_numbers(text).contains(&without_numbers(bare.unwrap_or(&own)))
    }

    fn text(&self) -> String {
        let parts = self.0.iter().map(|part| match part {
            Part::Text(text) => text.clone(),
            Part::Name(name) => format!("`{name}`"),
        });
        parts.collect()
    }
}

/// `tokio::sync::mpsc::Receiver<T>` and `Receiver<u32>` are one name.
fn last(name: &str) -> &str {
    let name = name.split('<').next().unwrap_or(name);
    name.rsplit("::").next().unwrap_or(name)
}

fn without_numbers(text: &str) -> String {
    text.chars().filter(|c| !c.is_ascii_digit()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_may_be_others_and_words_may_not() {
        let moved = Pattern::of_cell("`` use of moved value: `host` ``");
        assert!(moved.names_in("use of moved value: `tx`").is_some());
        assert!(moved.names_in("use of moved value: `host`").is_some());
        assert!(moved.names_in("borrow of moved value: `host`").is_none());
        let arms = Pattern::of("`match` arms have incompatible types");
        assert!(arms.names_in("`if` arms have incompatible types").is_none());
    }

    #[test]
    fn a_type_is_known_by_its_last_name() {
        let next = Pattern::of("no `next` for `FuturesUnordered<Fut>`");
        let said = "no `next` for `a::FuturesUnordered<u32>`";
        assert!(next.names_in(said).unwrap().are_equal());
        let said = "no `next` for `Vec<u32>`";
        assert!(!next.names_in(said).unwrap().are_equal());
    }

    #[test]
    fn an_error_is_found_in_what_unwrap_says() {
        let pattern = Pattern::of_cell("`Err(RecvError(()))`");
        assert!(pattern.is_in("on an `Err` value: RecvError(())"));
        assert!(Pattern::of_cell("`Lagged(3)`").is_in("value: Lagged(17)"));
        assert!(!pattern.is_in("on an `Err` value: Elapsed(())"));
    }
}
