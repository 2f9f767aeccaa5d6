//! Every duration in a chapter's sentences must come from somewhere: from an
//! output, a recorded run or the code that the page shows.

use mdbook_markdown::{
    MarkdownOptions, new_cmark_parser,
    pulldown_cmark::{Event, Tag, TagEnd},
};
use std::collections::HashSet;

/// The durations that a page can prove, in microseconds.
#[derive(Default)]
pub struct Evidence {
    known: HashSet<u64>,
}

impl Evidence {
    /// A captured output proves the durations that it prints.
    pub fn add_output(&mut self, text: &str) {
        self.known.extend(durations(text).map(|found| found.micros));
    }

    /// Code proves each of its numbers, as milliseconds and as seconds:
    /// `from_millis(50)` and `sleep(0.05)` both prove 50 ms.
    pub fn add_code(&mut self, text: &str) {
        for number in numbers(text) {
            self.known.extend([
                micros(number.value, 1_000.0),
                micros(number.value, 1_000_000.0),
            ]);
        }
        self.add_output(text);
    }

    /// A recording proves when each of its events happened.
    pub fn add_times(&mut self, micros: &[u64]) {
        self.known.extend(micros);
    }

    fn proves(&self, micros: u64) -> bool {
        self.known.contains(&micros)
    }
}

/// The durations of the chapter's sentences that nothing proves, with their
/// lines. The answers of a question are not claims; its explanations are.
pub fn unproved(text: &str, evidence: &Evidence) -> Vec<(usize, String)> {
    let mut found = Vec::new();
    for block in blocks(text) {
        let given = given(&text[block.range.clone()]);
        let labels = &block.labels;
        for (offset, duration) in &block.durations {
            let micros = duration.micros;
            if !evidence.proves(micros)
                && !given.contains(&micros)
                && !labels.contains(&micros)
            {
                let line = 1 + text[..*offset]
                    .bytes()
                    .filter(|byte| *byte == b'\n')
                    .count();
                found.push((line, duration.text.clone()));
            }
        }
    }
    found
}

struct Block {
    range: std::ops::Range<usize>,
    durations: Vec<(usize, Duration)>,
    /// The answers of the question that this block belongs to.
    labels: HashSet<u64>,
}

/// The top-level blocks of prose, with the durations that they name.
fn blocks(text: &str) -> Vec<Block> {
    let mut blocks: Vec<Block> = Vec::new();
    let mut depth = 0;
    let mut code = false;
    let mut question = false;
    // The next piece of text is the answer at the head of a list item.
    let mut label = false;
    // Smart punctuation would break words into several events.
    let mut options = MarkdownOptions::default();
    options.smart_punctuation = false;
    for (event, range) in new_cmark_parser(text, &options).into_offset_iter() {
        match event {
            Event::Start(tag) => {
                if depth == 0 {
                    blocks.push(Block {
                        range: range.clone(),
                        durations: Vec::new(),
                        labels: HashSet::new(),
                    });
                }
                code |= matches!(tag, Tag::CodeBlock(_));
                label |= question && tag == Tag::Item;
                if let (Tag::HtmlBlock, 0) = (&tag, depth) {
                    let html = text[range].trim_start_matches("<!--").trim();
                    question |= html.starts_with("predict:");
                    question &= !html.starts_with("/predict");
                }
                depth += 1;
            }
            Event::End(tag) => {
                depth -= 1;
                code &= tag != TagEnd::CodeBlock;
            }
            Event::Text(piece) | Event::Code(piece) if !code => {
                let Some(block) = blocks.last_mut() else {
                    continue;
                };
                let found = durations(&piece);
                if std::mem::take(&mut label) {
                    block.labels.extend(found.map(|each| each.micros));
                } else {
                    let found = found.map(|each| (range.start, each));
                    block.durations.extend(found);
                }
            }
            _ => {}
        }
    }
    blocks
}

/// `<!-- given: 60 ms, 1 s -->` allows durations that nothing proves.
fn given(text: &str) -> HashSet<u64> {
    let comments = text.split("<!-- given:").skip(1);
    comments
        .filter_map(|rest| rest.split_once("-->"))
        .flat_map(|(inside, _)| {
            durations(inside)
                .map(|found| found.micros)
                .collect::<Vec<_>>()
        })
        .collect()
}

struct Duration {
    micros: u64,
    text: String,
}

pub fn has_duration(text: &str) -> bool {
    durations(text).next().is_some()
}

/// The durations that a text names: `50 ms`, `0.05 s`, `2 seconds`.
fn durations(text: &str) -> impl Iterator<Item = Duration> {
    numbers(text).filter_map(|number| {
        let rest = &text[number.end..];
        let unit = rest.strip_prefix([' ', '\u{a0}', '\u{202f}'])?;
        let word = unit.split(|c: char| !c.is_alphabetic()).next()?;
        let scale = match word {
            "s" | "second" | "seconds" => 1_000_000.0,
            "ms" | "millisecond" | "milliseconds" => 1_000.0,
            "µs" | "us" | "microsecond" | "microseconds" => 1.0,
            _ => return None,
        };
        Some(Duration {
            micros: micros(number.value, scale),
            text: format!("{} {word}", &text[number.start..number.end]),
        })
    })
}

struct Number {
    value: f64,
    start: usize,
    end: usize,
}

/// The numbers of a text that are words of their own: not `u32`, not `x1`.
fn numbers(text: &str) -> impl Iterator<Item = Number> {
    let mut at = 0;
    std::iter::from_fn(move || {
        loop {
            let start = at + text[at..].find(|c: char| c.is_ascii_digit())?;
            let rest = &text[start..];
            let mut end = start
                + rest
                    .find(|c: char| !c.is_ascii_digit() && c != '_' && c != '.')
                    .unwrap_or(rest.len());
            at = end;
            // A full stop or a range (`1..6`) is not part of the number.
            let mut digits = &text[start..end];
            if let Some(dots) = digits.find("..") {
                at = start + dots + 2;
                digits = &digits[..dots];
            }
            let digits = digits.trim_end_matches(['.', '_']);
            end = start + digits.len();
            let before = text[..start].chars().next_back();
            let word = |c: char| c.is_alphanumeric() || c == '_';
            if before.is_some_and(|c| word(c) || c == '.')
                && !text[..start].ends_with("..")
            {
                continue;
            }
            if let Ok(value) = digits.replace('_', "").parse() {
                return Some(Number { value, start, end });
            }
        }
    })
}

fn micros(value: f64, scale: f64) -> u64 {
    (value * scale).round() as u64
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(text: &str) -> Vec<(u64, String)> {
        durations(text)
            .map(|found| (found.micros, found.text))
            .collect()
    }

    #[test]
    fn durations_are_read_in_every_unit() {
        let found = all("after 50 ms, or 0.05 s. Then 2 seconds; 3 µs.");
        assert_eq!(
            found,
            [
                (50_000, "50 ms".to_owned()),
                (50_000, "0.05 s".to_owned()),
                (2_000_000, "2 seconds".to_owned()),
                (3, "3 µs".to_owned()),
            ]
        );
        assert_eq!(all("u32 ms, 3 msgs, v1.2 s, 5 slots"), []);
    }

    #[test]
    fn numbers_of_code_are_found() {
        let text = "for id in 1..=6 { from_millis(1_500); x.0; 0.1 }";
        let found: Vec<f64> = numbers(text).map(|each| each.value).collect();
        assert_eq!(found, [1.0, 6.0, 1500.0, 0.1]);
    }

    #[test]
    fn what_nothing_proves_is_reported_with_its_line() {
        let mut evidence = Evidence::default();
        evidence.add_output("total 150 ms\n");
        evidence.add_code("sleep(Duration::from_millis(50))");
        let text = "# A\n\nIt takes 0.15 s, three times 50 ms.\n\nNot 70 ms.\n";
        let found = unproved(text, &evidence);
        assert_eq!(found, [(5, "70 ms".to_owned())]);
    }

    #[test]
    fn given_numbers_and_answers_need_no_proof() {
        let evidence = Evidence::default();
        let text = "Say 60 ms. <!-- given: 60 ms -->\n\n```text\n7 s\n```\n\n\
            <!-- predict: a proof=b -->\nWhich?\n\n- `1 s` No.\n- **2 s** Not 1 s.\n\n\
            <!-- /predict -->\n";
        assert_eq!(unproved(text, &evidence), []);
        let after = format!("{text}\nIn all 1 s.\n");
        assert_eq!(unproved(&after, &evidence).len(), 1);
        let claim = text.replace("Not 1 s", "Then 9 s");
        assert_eq!(unproved(&claim, &evidence).len(), 1);
    }
}
