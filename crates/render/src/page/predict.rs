//! Questions: choose an answer, read why, and see the run that proves it.
//!
//! Nobody types in which answer is right. The captured output of a program
//! decides: it must hold exactly one of the answers.

use super::{Writer, output::source_of};
use crate::{capture, html, problem::Fault, words};
use mdbook_markdown::{
    MarkdownOptions, new_cmark_parser,
    pulldown_cmark::{Event, Tag, TagEnd},
};
use std::ops::Range;

impl Writer<'_> {
    /// `head` is `waves proof=semaphore_waves`; `inner` is the Markdown
    /// between the two comments and begins at `first_line`.
    pub fn predict(
        &mut self,
        head: &str,
        inner: &str,
        first_line: usize,
    ) -> Result<String, Fault> {
        let head = Head::parse(head)?;
        if !self.names.insert(format!("question {}", head.name)) {
            return Err(Fault::new(
                format!(
                    "two questions of this page are called `{}`",
                    head.name
                ),
                "give each its own name",
            ));
        }
        let (question, choices) = split(inner)?;
        let path = format!("recordings/{}.txt", head.example);
        let output = self.library.read(&path)?;
        self.evidence.add_output(&output);
        if let Ok(source) = self.library.read(&source_of(&head.example)) {
            self.evidence.add_code(&source);
        }
        let (right, line) = decide(&choices, &head, &output, &path)?;
        let proof = format!(
            "<p class=\"predict-proof\">Proved by <code>{}</code>: \
             <samp>{}</samp></p>",
            html::escape(&source_of(&head.example)),
            html::escape(line.trim_start_matches(capture::ERR).trim())
        );
        let name = html::escape(&head.name);
        let mut out = format!(
            "<section class=\"predict\" data-predict=\"{name}\" \
             data-proof=\"{}\" aria-label=\"Predict\">\n\n{}\n",
            html::escape(&head.example),
            self.transform(&inner[question], first_line).trim()
        );
        for (i, choice) in choices.iter().enumerate() {
            let before = &inner[..choice.start];
            let line = first_line + super::newlines(before);
            let right = i == right;
            let verdict = if right { "Right." } else { "Not so." };
            out += &format!(
                "\n<details class=\"predict-choice\" name=\"predict-{name}\" \
                 data-right=\"{right}\">\n<summary>{}</summary>\n\
                 <p class=\"predict-verdict\">{hide}{verdict}</p>\n\n{}\n\n\
                 {proof}\n{show}</details>\n",
                choice.label_html,
                self.transform(&choice.why, line).trim(),
                hide = html::HIDE,
                show = html::SHOW,
            );
        }
        Ok(out + "\n</section>")
    }
}

/// `waves proof=semaphore_waves:"total"`
struct Head {
    name: String,
    example: String,
    /// Only the lines with this text decide.
    needle: Option<String>,
}

impl Head {
    fn parse(head: &str) -> Result<Self, Fault> {
        let malformed = || {
            Fault::new(
                format!("`predict: {head}` is not understood"),
                "write `predict: NAME proof=EXAMPLE`, or \
                 `proof=EXAMPLE:needle`, or `proof=EXAMPLE:\"two words\"`",
            )
        };
        let (name, proof) = head.split_once(' ').ok_or_else(malformed)?;
        let proof = proof.trim().strip_prefix("proof=");
        let proof = proof.ok_or_else(malformed)?;
        let (example, needle) = match proof.split_once(':') {
            Some((example, needle)) => (example, Some(needle)),
            None => (proof, None),
        };
        let needle = needle.map(|needle| {
            let quoted = needle.strip_prefix('"');
            quoted
                .and_then(|text| text.strip_suffix('"'))
                .unwrap_or(needle)
        });
        let bare = needle.is_some_and(|needle| {
            needle.contains(' ') && !proof.ends_with('"')
        });
        if name.is_empty()
            || example.is_empty()
            || example.contains(' ')
            || bare
        {
            return Err(malformed());
        }
        Ok(Self {
            name: name.to_owned(),
            example: example.to_owned(),
            needle: needle.map(str::to_owned),
        })
    }
}

struct Choice {
    label: String,
    label_html: String,
    /// The Markdown after the label, moved to the left margin.
    why: String,
    /// Where the item begins in the question's text.
    start: usize,
}

/// Takes a question apart: the range of its text, and its choices.
fn split(inner: &str) -> Result<(Range<usize>, Vec<Choice>), Fault> {
    let mut choices = Vec::new();
    let mut question = 0..0;
    let mut depth = 0;
    let mut item: Option<Range<usize>> = None;
    let mut label: Option<Label> = None;
    for (event, range) in
        new_cmark_parser(inner, &MarkdownOptions::default()).into_offset_iter()
    {
        match &event {
            Event::Start(Tag::List(_)) if depth == 0 => {
                question = 0..range.start;
            }
            Event::Start(Tag::Item) if depth == 1 => {
                item = Some(range.clone());
                label = None;
            }
            Event::End(TagEnd::Item) if depth == 2 => {
                let range = item.take().unwrap_or_default();
                choices.push(choice(inner, range, label.take())?);
            }
            Event::Code(text) if item.is_some() && label.is_none() => {
                label = Some(Label {
                    text: text.to_string(),
                    tag: "code",
                    end: range.end,
                    open: false,
                });
            }
            Event::Start(Tag::Strong) if item.is_some() && label.is_none() => {
                label = Some(Label {
                    text: String::new(),
                    tag: "strong",
                    end: range.end,
                    open: true,
                });
            }
            Event::Text(text) | Event::Code(text) => match &mut label {
                Some(label) if label.open => label.text.push_str(text),
                None if item.is_some() => {
                    return Err(unlabeled(inner, range.start));
                }
                _ => {}
            },
            Event::End(TagEnd::Strong) => {
                label.iter_mut().for_each(|label| label.open = false);
            }
            _ => {}
        }
        match event {
            Event::Start(_) => depth += 1,
            Event::End(_) => depth -= 1,
            _ => {}
        }
    }
    if choices.len() < 2 {
        return Err(Fault::new(
            "a question needs at least two answers",
            "write each as a list item: ``- `300 ms` Explanation.``",
        ));
    }
    Ok((question, choices))
}

struct Label {
    text: String,
    tag: &'static str,
    end: usize,
    open: bool,
}

fn choice(
    inner: &str,
    range: Range<usize>,
    label: Option<Label>,
) -> Result<Choice, Fault> {
    let start = range.start;
    let Some(label) = label else {
        return Err(unlabeled(inner, start));
    };
    let rest = &inner[label.end..range.end];
    let why: Vec<&str> = rest
        .lines()
        .map(|line| {
            let spaces = line.len() - line.trim_start_matches(' ').len();
            &line[spaces.min(2)..]
        })
        .collect();
    let tag = label.tag;
    let text = html::escape(&label.text);
    Ok(Choice {
        label: label.text,
        label_html: format!("<{tag}>{text}</{tag}>"),
        why: why.join("\n").trim().to_owned(),
        start,
    })
}

fn unlabeled(inner: &str, start: usize) -> Fault {
    let line = inner[start..].lines().next().unwrap_or_default();
    Fault::new(
        format!("the answer `{}` has no label", line.trim()),
        "begin it with its answer as code or in bold: ``- `300 ms` ...``",
    )
}

/// Finds the one answer that the output holds, and the line that has it.
fn decide<'a>(
    choices: &[Choice],
    head: &Head,
    output: &'a str,
    path: &str,
) -> Result<(usize, &'a str), Fault> {
    let needle = head.needle.as_deref().unwrap_or_default();
    let lines: Vec<&str> = output
        .lines()
        .filter(|line| !line.starts_with("$ ") && line.contains(needle))
        .collect();
    if lines.is_empty() {
        return Err(Fault::new(
            format!("no line of {path} has `{needle}`"),
            "name a text that the example prints",
        ));
    }
    let mut right = Vec::new();
    for (i, choice) in choices.iter().enumerate() {
        let mut lines = lines.iter();
        if let Some(line) =
            lines.find(|line| words::contains(line, &choice.label))
        {
            right.push((i, *line));
        }
    }
    match right[..] {
        [one] => Ok(one),
        [] => Err(Fault::new(
            format!("{path} proves none of the answers of `{}`", head.name),
            "write the right answer as the program prints it, or make the \
             program print it",
        )),
        _ => {
            let labels: Vec<String> = right
                .iter()
                .map(|(i, _)| format!("`{}`", choices[*i].label))
                .collect();
            Err(Fault::new(
                format!(
                    "{path} holds more than one answer of `{}`: {}",
                    head.name,
                    labels.join(", ")
                ),
                "say which line decides: `proof=EXAMPLE:needle`",
            ))
        }
    }
}
