//! Sentences that drive a figure: `[three permits](#fig-semaphore?knob=3)`,
//! `[it goes on](<#fig-semaphore?step=download 3 gets a permit>)`.
//!
//! A step is named by words of its sentence, and found when the book is
//! built: a number would be wrong after the next recording, and nobody would
//! notice.

use std::collections::HashMap;

use crate::{html, problem::Fault};

/// What a figure can be asked to show.
#[derive(Clone, Default)]
pub struct Shown {
    /// What the viewer calls the knob in a link; `run` for a pair.
    pub label: String,
    /// The file's own value.
    pub default: usize,
    /// For each run its value, and the sentences of its steps.
    pub runs: Vec<(String, Vec<String>)>,
}

/// Replaces the links to figures. A fault names what the link asks for.
pub fn links(
    markdown: &str,
    figures: &HashMap<String, Shown>,
) -> (String, Vec<(String, Fault)>) {
    let mut out = String::with_capacity(markdown.len());
    let mut faults = Vec::new();
    let mut rest = markdown;
    while let Some(link) = Link::next(rest) {
        out.push_str(&rest[..link.begins]);
        let asked = format!("#fig-{}?{}", link.figure, plain(link.query));
        match find(&link, figures) {
            Ok(view) => out.push_str(&format!(
                "<a class=\"tl-go\" href=\"#fig-{}\" data-view=\"{}\">{}</a>",
                html::escape(link.figure),
                html::escape(&view),
                link.text
            )),
            Err(fault) => {
                out.push_str(link.text);
                faults.push((asked, fault));
            }
        }
        rest = &rest[link.ends..];
    }
    out.push_str(rest);
    (out, faults)
}

struct Link<'a> {
    begins: usize,
    ends: usize,
    text: &'a str,
    figure: &'a str,
    query: &'a str,
}

impl<'a> Link<'a> {
    fn next(text: &'a str) -> Option<Self> {
        let mut from = 0;
        loop {
            let at = from + text[from..].find("#fig-")?;
            from = at + 5;
            let (open, close) = match &text[..at] {
                before if before.ends_with("](<") => (3, ">)"),
                before if before.ends_with("](") => (2, ")"),
                _ => continue,
            };
            let end = at + text[at..].find(close)?;
            let begins = text[..at - open].rfind('[')?;
            let Some((figure, query)) = text[at + 5..end].split_once('?')
            else {
                continue;
            };
            return Some(Self {
                begins,
                ends: end + close.len(),
                text: &text[begins + 1..at - open],
                figure,
                query,
            });
        }
    }
}

/// Between a number and its unit a page has a space that does not break.
fn plain(text: &str) -> String {
    text.replace('\u{a0}', " ")
}

/// What the viewer is asked: `permits=3&step=14`.
fn find(
    link: &Link<'_>,
    figures: &HashMap<String, Shown>,
) -> Result<String, Fault> {
    let Some(shown) = figures.get(link.figure) else {
        return Err(Fault::new(
            format!("there is no figure `{}` on this page", link.figure),
            "name it as its file is named, with `-and-` for `+`",
        ));
    };
    let mut view = Vec::new();
    let mut run = shown.default;
    let query = plain(link.query);
    for pair in query.split('&') {
        let (what, value) = pair.split_once('=').unwrap_or((pair, ""));
        match what {
            "knob" => {
                let values = shown.runs.iter().map(|(value, _)| value.as_str());
                let all: Vec<&str> = values.collect();
                let place = all.iter().position(|one| *one == value);
                run = place.ok_or_else(|| {
                    Fault::new(
                        format!("the knob has no value `{value}`"),
                        format!("it has `{}`", all.join("`, `")),
                    )
                })?;
                view.push(format!("{}={value}", shown.label));
            }
            "step" => {
                let (_, steps) = shown.runs.get(run).ok_or_else(|| {
                    Fault::new("the figure has no run", "record it again")
                })?;
                let has = |text: &String| text.contains(value);
                let step = steps.iter().position(has).ok_or_else(|| {
                    Fault::new(
                        format!("no step says `{value}`"),
                        "use words of the sentence that the figure has for \
                         the step; `All steps in words` lists them",
                    )
                })?;
                view.push(format!("step={}", step + 1));
            }
            _ => {
                return Err(Fault::new(
                    format!("a figure cannot be asked for `{what}`"),
                    "ask for `knob=VALUE` or for `step=WORDS`",
                ));
            }
        }
    }
    Ok(view.join("&"))
}

#[cfg(test)]
mod tests {
    use super::{Shown, links};
    use std::collections::HashMap;

    fn figures() -> HashMap<String, Shown> {
        let steps = |n: usize| {
            let texts = ["main begins.", "main sleeps.", "main is done."];
            texts[..n].iter().map(|one| (*one).to_owned()).collect()
        };
        let shown = Shown {
            label: "permits".to_owned(),
            default: 0,
            runs: vec![("2".to_owned(), steps(2)), ("3".to_owned(), steps(3))],
        };
        HashMap::from([("semaphore".to_owned(), shown)])
    }

    #[test]
    fn a_sentence_carries_a_step_and_a_value() {
        let text = "See [it](<#fig-semaphore?step=main sleeps>), with \
                    [three](#fig-semaphore?knob=3), \
                    [there](<#fig-semaphore?knob=3&step=is done>) or \
                    [the figure](#fig-semaphore).";
        let (html, faults) = links(text, &figures());
        assert!(faults.is_empty());
        for part in [
            "data-view=\"step=2\">it</a>",
            "data-view=\"permits=3\">three</a>",
            "data-view=\"permits=3&amp;step=3\">there</a>",
            "[the figure](#fig-semaphore).",
        ] {
            assert!(html.contains(part), "{html}");
        }
    }

    #[test]
    fn a_space_that_does_not_break_is_a_space() {
        let text = "[At](<#fig-semaphore?step=main\u{a0}sleeps>)";
        let (html, faults) = links(text, &figures());
        assert!(html.contains("step=2") && faults.is_empty(), "{html}");
    }

    #[test]
    fn what_a_figure_does_not_have_is_a_fault_with_a_remedy() {
        for (link, said) in [
            ("#fig-other?knob=3", "no figure `other`"),
            ("#fig-semaphore?knob=4", "no value `4`"),
            ("<#fig-semaphore?step=it flies>", "no step says `it flies`"),
            ("#fig-semaphore?axis=x", "cannot be asked for `axis`"),
        ] {
            let (html, faults) = links(&format!("[it]({link})!"), &figures());
            assert_eq!(html, "it!");
            let [(_, fault)] = &faults[..] else {
                panic!("{link}")
            };
            assert!(fault.message.contains(said), "{}", fault.message);
        }
    }
}
