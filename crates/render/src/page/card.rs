//! Exercise cards: where to work, hints one at a time, the solution.

use super::Writer;
use crate::{html, problem::Fault};
use checker::Exercise;

impl Writer<'_> {
    pub fn card(&mut self, name: &str) -> Result<String, Fault> {
        let exercise = self.library.exercise(name)?;
        if !self.names.insert(format!("exercise {}", exercise.id)) {
            return Err(Fault::new(
                format!("the exercise `{name}` stands on this page twice"),
                "keep one card and link to it",
            ));
        }
        let page = self.file.trim_start_matches("src/");
        if exercise.chapter != page {
            return Err(Fault::new(
                format!(
                    "the exercise `{name}` belongs to {}",
                    exercise.chapter
                ),
                format!(
                    "move the card, or say `chapter = \"{page}\"` in \
                     exercises/{name}/exercise.toml"
                ),
            ));
        }
        let solution = exercise.solution(&self.library.root);
        let solution = solution.map_err(|error| {
            Fault::new(
                format!("the exercise `{name}` has no solution: {error:#}"),
                format!("write solutions/src/{}.rs", exercise.id),
            )
        })?;
        for path in [exercise.source_path(), exercise.checks_path()] {
            if let Ok(text) = std::fs::read_to_string(path) {
                self.evidence.add_code(&text);
            }
        }
        self.evidence.add_code(&solution);
        Ok(write(exercise, &solution))
    }
}

fn write(exercise: &Exercise, solution: &str) -> String {
    let name = html::escape(&exercise.name);
    let id = html::escape(&exercise.id);
    let mut card = format!(
        "<section class=\"exercise\" id=\"exercise-{id}\" \
         data-exercise=\"{id}\" data-name=\"{name}\" \
         aria-label=\"Exercise: {title}\">\n\
         <p class=\"exercise-where\">Edit \
         <code>exercises/{name}/exercise.rs</code>, then run \
         <kbd class=\"command\">cargo test -p exercises --test {name}</kbd> \
         <span class=\"exercise-minutes\">about {minutes} minutes</span></p>\n\
         <p class=\"exercise-static\">With <kbd class=\"command\">cargo run\
         </kbd> you edit it in this page, which checks it as you type and \
         shows your own run.</p>\n\
         <div class=\"exercise-state\" role=\"status\" hidden></div>\n{hide}",
        title = html::escape(&exercise.title),
        minutes = exercise.minutes,
        hide = html::HIDE,
    );
    let hints = exercise.hints.len();
    for (i, hint) in (1..).zip(&exercise.hints) {
        card += &format!(
            "<details class=\"hint\">\n\
             <summary>Hint {i} of {hints}</summary>\n\n{}\n\n</details>\n",
            hint.text.trim()
        );
    }
    card += &format!(
        "<details class=\"solution\">\n<summary>Show the solution</summary>\n\n\
         {}\n\n",
        html::fence("rust", solution)
    );
    if !exercise.variants.is_empty() {
        card += "Also right:\n\n";
        for variant in &exercise.variants {
            let name = variant.name.replace('_', " ");
            let why = variant.why.trim().replace('\n', "\n  ");
            card += &format!("- **{name}**: {why}\n");
        }
        card += "\n";
    }
    format!("{card}</details>\n{}</section>", html::SHOW)
}
