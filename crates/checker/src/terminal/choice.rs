//! Which exercises, and which of their checks, the filters name.

use anyhow::{Result, bail};

use super::args::Args;
use crate::catalogue::Exercise;

/// An exercise, and the checks of it to run.
pub struct Chosen<'a> {
    pub exercise: &'a Exercise,
    pub checks: Vec<String>,
}

impl Chosen<'_> {
    pub fn is_whole(&self) -> bool {
        self.checks.len() == self.exercise.checks.len()
    }
}

/// In the order of the book. A filter that names nothing is an error: it is
/// misspelt, and silence would look like success.
pub fn choose<'a>(all: &'a [Exercise], args: &Args) -> Result<Vec<Chosen<'a>>> {
    let Args {
        filters,
        skip,
        exact,
        ..
    } = args;
    for filter in filters {
        let named = |e: &Exercise| !named(e, filter, *exact).is_empty();
        if !all.iter().any(named) {
            bail!("{}", nothing_is_named(all, filter));
        }
    }
    let mut chosen = Vec::new();
    for exercise in all {
        let mut checks = exercise.checks.clone();
        if !filters.is_empty() {
            checks.retain(|check| {
                filters.iter().any(|filter| {
                    named(exercise, filter, *exact).contains(&check.as_str())
                })
            });
        }
        checks.retain(|check| {
            !skip.iter().any(|skip| {
                named(exercise, skip, *exact).contains(&check.as_str())
            })
        });
        if !checks.is_empty() {
            chosen.push(Chosen { exercise, checks });
        }
    }
    Ok(chosen)
}

/// The checks that a filter names: all of an exercise that it names, else
/// those whose path has it. `semaphore::` is all of that module.
fn named<'a>(
    exercise: &'a Exercise,
    filter: &str,
    exact: bool,
) -> Vec<&'a str> {
    let Exercise {
        name, id, checks, ..
    } = exercise;
    let fits = |text: &str| match exact {
        true => text == filter,
        false => text.contains(filter),
    };
    let whole = fits(name) || fits(id);
    let checks = checks.iter().map(String::as_str);
    checks
        .filter(|check| whole || fits(check) || fits(&format!("{id}::{check}")))
        .collect()
}

/// How alike two names must be, from 0 to 1, for one to be meant by the other.
const ALIKE: f64 = 0.5;

fn nothing_is_named(all: &[Exercise], filter: &str) -> String {
    let mut likely: Vec<(f64, &str)> = Vec::new();
    for exercise in all {
        let Exercise {
            name, id, checks, ..
        } = exercise;
        let names = [name, id].into_iter().chain(checks);
        let alike = |text: &String| {
            strsim::normalized_damerau_levenshtein(text, filter)
        };
        let most = names.map(alike).fold(0.0, f64::max);
        if most >= ALIKE {
            likely.push((most, name));
        }
    }
    likely.sort_by(|(a, _), (b, _)| b.total_cmp(a));
    let likely: Vec<String> = likely
        .iter()
        .take(3)
        .map(|(_, name)| format!("`{name}`"))
        .collect();
    let meant = match likely.as_slice() {
        [] => String::new(),
        likely => format!("; did you mean {}?", likely.join(" or ")),
    };
    format!(
        "no exercise, and no check of one, has `{filter}` in its \
         name{meant}\nall names: cargo book progress"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn exercise(name: &str, checks: &[&str]) -> Exercise {
        Exercise {
            name: name.to_owned(),
            id: name.split_once('_').unwrap().1.to_owned(),
            title: String::new(),
            chapter: String::new(),
            minutes: 1,
            checks: checks.iter().map(|&check| check.to_owned()).collect(),
            hints: Vec::new(),
            variants: Vec::new(),
            promises: Vec::new(),
            background: Vec::new(),
            dir: Default::default(),
        }
    }

    fn chosen(filters: &[&str], exact: bool) -> Result<Vec<String>> {
        let all = [
            exercise("16_reserve", &["it_sends", "it_ends"]),
            exercise("17_serve", &["it_ends"]),
            exercise("21_semaphore", &["never_more", "no_pages"]),
        ];
        let args = Args {
            filters: filters.iter().map(|&f| f.to_owned()).collect(),
            exact,
            ..Args::default()
        };
        let told = |c: Chosen| format!("{}:{}", c.exercise.id, c.checks.len());
        Ok(choose(&all, &args)?.into_iter().map(told).collect())
    }

    #[test]
    fn names_modules_and_checks_can_be_named() {
        let all = ["reserve:2", "serve:1", "semaphore:2"];
        assert_eq!(chosen(&[], false).unwrap(), all);
        assert_eq!(chosen(&["serve"], false).unwrap(), all[..2]);
        assert_eq!(chosen(&["serve"], true).unwrap(), all[1..2]);
        assert_eq!(chosen(&["17_serve"], false).unwrap(), all[1..2]);
        assert_eq!(chosen(&["semaphore::"], false).unwrap(), all[2..]);
        let one = ["semaphore:1"];
        let path = ["semaphore::no_pages"];
        assert_eq!(chosen(&path, true).unwrap(), one);
        assert_eq!(chosen(&["never"], false).unwrap(), one);
        assert_eq!(chosen(&["never", "17"], false).unwrap().len(), 2);
    }

    #[test]
    fn what_names_nothing_is_an_error_with_a_suggestion() {
        let error = chosen(&["semaphor_"], false).unwrap_err().to_string();
        assert!(error.contains("did you mean `21_semaphore`?"), "{error}");
        let error = chosen(&["never_mroe"], false).unwrap_err().to_string();
        assert!(error.contains("did you mean `21_semaphore`?"), "{error}");
        let error = chosen(&["xyz"], false).unwrap_err().to_string();
        assert!(!error.contains("mean"), "{error}");
        assert!(chosen(&["never", "xyz"], false).is_err());
    }
}
