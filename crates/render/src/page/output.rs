//! Outputs: what a program printed, captured with the command on line 1.

use super::Writer;
use crate::{capture, excerpt::Include, html, problem::Fault};

impl Writer<'_> {
    pub fn output(&mut self, include: &Include<'_>) -> Result<String, Fault> {
        let (path, text) = self.show(include)?;
        if include.anchor.is_some() {
            return Err(Fault::new(
                "an output is shown whole",
                "leave out the anchor, or make the example print less",
            ));
        }
        let inside = path
            .strip_prefix("recordings/")
            .and_then(|path| path.strip_suffix(".txt"));
        let Some(name) = inside else {
            return Err(Fault::new(
                format!("{path} is no captured output"),
                "include a file recordings/NAME.txt; for commands to type \
                 use a `sh` fence",
            ));
        };
        self.evidence.add_output(&text);
        let source = source_of(name);
        let mut lines = text.lines().peekable();
        let mut shown = String::new();
        if let Some(command) = lines.next_if(|line| line.starts_with("$ ")) {
            shown += &format!(
                "<span class=\"output-command\">{}</span>\n",
                html::escape(command)
            );
        }
        for line in lines {
            shown += &match line.strip_prefix(capture::ERR) {
                Some(line) => error(line),
                None => html::escape(line),
            };
            shown.push('\n');
        }
        let words = capture::words(self.library, name, &text);
        let words = words.map_or(String::new(), |words| {
            let words = html::escape(&words);
            format!("<p class=\"output-words\">{words}</p>\n\n")
        });
        let kind = if name.starts_with("fail/") {
            " output-compiler"
        } else {
            ""
        };
        Ok(format!(
            "<div class=\"output{kind}\" data-output=\"{}\" role=\"group\" \
             aria-label=\"Output of {source}\">\n\n\
             {words}<pre><code class=\"nohighlight\">{}</code></pre>\n\n</div>",
            html::escape(name),
            shown.trim_end()
        ))
    }
}

/// A line of standard error: the mark is a word, too.
fn error(line: &str) -> String {
    format!(
        "<span class=\"output-error\"><span \
         class=\"output-stream\">stderr </span>{}</span>",
        html::escape(line)
    )
}

/// The file whose run a captured output is.
pub fn source_of(name: &str) -> String {
    if name.ends_with(".py") {
        format!("examples/{name}")
    } else {
        format!("examples/{name}.rs")
    }
}
