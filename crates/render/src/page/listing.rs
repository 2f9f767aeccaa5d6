//! Listings: a file of the repository, whole or by anchor, under its path.

use super::Writer;
use crate::{
    cut,
    excerpt::{self, Excerpt, Include},
    html,
    problem::Fault,
};

const PLAYGROUND: &str =
    "https://play.rust-lang.org/?version=stable&mode=debug&edition=2024&code=";

impl Writer<'_> {
    pub fn listing(
        &mut self,
        language: &str,
        include: &Include<'_>,
    ) -> Result<String, Fault> {
        let (path, source) = self.show(include)?;
        let code = excerpt::whole(&source);
        self.evidence.add_code(&code);
        let shown = match include.anchor {
            Some(anchor) => excerpt::part(&source, anchor)?,
            None => Excerpt {
                first_line: 1,
                lines: code.lines().count(),
                text: code.clone(),
            },
        };
        let origin = Origin::of(&path);
        let head = self.head(&origin, include, &shown, &path, &code);
        let class = origin.class(language);
        let data = origin.data(&path);
        let first = shown.first_line;
        let fence = html::fence(language, &shown.text);
        let cut = match include.anchor.is_some() && language == "rust" {
            true => self.left_out(&code, &shown.text),
            false => String::new(),
        };
        Ok(format!(
            "<div class=\"{class}\" {data} data-first-line=\"{first}\">\n\
             {head}\n\n{fence}\n\n{cut}</div>",
        ))
    }

    /// What explains the names of a part. In a slot: the search would find
    /// every page that uses a name.
    fn left_out(&mut self, file: &str, part: &str) -> String {
        let (names, lines) = cut::left_out(file, part);
        if names.is_empty() {
            return String::new();
        }
        let slot = self.slot(format!(
            "<details class=\"listing-cut\"><summary>Elsewhere in the file: \
             <code>{}</code></summary><pre><code class=\"nohighlight\">{}\
             </code></pre></details>",
            html::escape(&names.join(", ")),
            html::escape(lines.trim_end())
        ));
        format!("{slot}\n\n")
    }

    fn head(
        &self,
        origin: &Origin<'_>,
        include: &Include<'_>,
        shown: &Excerpt,
        path: &str,
        code: &str,
    ) -> String {
        let mut head = format!(
            "<div class=\"listing-head\">\
             <span class=\"listing-path\">{}</span>",
            html::escape(path)
        );
        if include.anchor.is_some() {
            let last = shown.first_line + shown.lines - 1;
            head += &format!(
                "<span class=\"listing-part\">lines {} to {last}</span>",
                shown.first_line
            );
        }
        if let Some(expected) = origin.expected(code) {
            head += &format!(
                "<span class=\"listing-expect\">{}</span>",
                html::escape(&expected)
            );
        }
        if let Some(command) = self.command(origin) {
            head += &format!(
                "<kbd class=\"listing-command\">{}</kbd>",
                html::escape(&command)
            );
        }
        head += "<span class=\"listing-actions\">";
        // The public Playground has Tokio but not what hides behind our
        // features.
        let plain = match origin {
            Origin::Example(name) => {
                !self.library.command(name).contains("--features")
            }
            Origin::Fail(_) => true,
            Origin::Twin(_) | Origin::Other => false,
        };
        if plain {
            head += &format!(
                "<a class=\"playground-link\" href=\"{}{}\" \
                 aria-label=\"Open {} in the Playground\">Playground</a>",
                html::escape(PLAYGROUND),
                html::query(code),
                html::escape(path),
            );
        }
        head + "</span></div>"
    }

    fn command(&self, origin: &Origin<'_>) -> Option<String> {
        match origin {
            Origin::Example(name) => Some(self.library.command(name)),
            Origin::Twin(name) => Some(format!("python3 examples/{name}.py")),
            Origin::Fail(_) | Origin::Other => None,
        }
    }
}

/// What a file is, by its path.
enum Origin<'a> {
    /// `examples/NAME.rs`
    Example(&'a str),
    /// `examples/NAME.py`
    Twin(&'a str),
    /// `examples/fail/NAME.rs`
    Fail(&'a str),
    Other,
}

impl<'a> Origin<'a> {
    fn of(path: &'a str) -> Self {
        let Some(file) = path.strip_prefix("examples/") else {
            return Self::Other;
        };
        if let Some(name) = file.strip_prefix("fail/") {
            return match name.strip_suffix(".rs") {
                Some(name) => Self::Fail(name),
                None => Self::Other,
            };
        }
        match file.rsplit_once('.') {
            Some((name, "rs")) => Self::Example(name),
            Some((name, "py")) => Self::Twin(name),
            _ => Self::Other,
        }
    }

    fn class(&self, language: &str) -> String {
        let kind = if matches!(self, Self::Fail(_)) {
            "fail"
        } else {
            language
        };
        format!("listing listing-{kind}")
    }

    /// Only a Rust example has `data-example`: the page runs those.
    fn data(&self, path: &str) -> String {
        match self {
            Self::Example(name) => {
                format!("data-example=\"{}\"", html::escape(name))
            }
            Self::Twin(name) => {
                format!("data-twin=\"{}\"", html::escape(name))
            }
            Self::Fail(name) => {
                format!("data-fail=\"{}\"", html::escape(name))
            }
            Self::Other => format!("data-file=\"{}\"", html::escape(path)),
        }
    }

    /// What the first line of a program that must not compile announces:
    /// `//! expect: error E0382`.
    fn expected(&self, code: &str) -> Option<String> {
        let Self::Fail(_) = self else { return None };
        let first = code.lines().next().unwrap_or_default();
        let what = first.strip_prefix("//! expect:").unwrap_or_default();
        Some(match what.trim().split_once(' ') {
            Some(("error", code)) => {
                format!("does not compile: {}", code.trim())
            }
            Some(("warning", lint)) => {
                format!("compiles with a warning: {}", lint.trim())
            }
            _ => "does not compile".to_owned(),
        })
    }
}
