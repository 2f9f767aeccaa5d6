//! A law that must hold for every input, tried with inputs that nobody chose.
//!
//! The inputs are made by `proptest` from one seed that never changes, and an
//! input that fails is made smaller for as long as it fails. Each is tried on
//! a thread and a paused clock of its own, so that what an answer leaves
//! running comes into no other.

use std::any::Any;
use std::fmt::Write;
use std::panic::{catch_unwind, resume_unwind};
use std::pin::{Pin, pin};
use std::thread;

use proptest::collection::vec;
use proptest::strategy::{Strategy, ValueTree};
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};

use crate::{panics, told};

/// Inputs that are made up, after those that every list should stand.
const MADE_UP: usize = 16;
/// Each of these costs a run.
const MOST_SHRINKS: usize = 150;
/// More than any limit that somebody may have thought large enough.
const LONGEST: usize = 130;

/// What a law is tried with. An exercise takes of it what it needs.
#[derive(Clone, Debug, PartialEq)]
pub struct Case {
    /// In no order, with repetitions; sometimes none, sometimes many.
    pub items: Vec<Item>,
    /// A limit, a room, a number of workers: from 1 on.
    pub number: usize,
    /// A limit of time, or a moment; odd, so that nothing ends just then.
    pub moment: u64,
}

/// Each list of an exercise is made of these.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Item {
    pub value: u32,
    /// Milliseconds, even.
    pub time: u64,
}

impl Case {
    pub fn times(&self) -> Vec<u64> {
        self.items.iter().map(|item| item.time).collect()
    }

    pub fn values(&self) -> Vec<u32> {
        self.items.iter().map(|item| item.value).collect()
    }

    pub fn longest(&self) -> u64 {
        self.times().into_iter().max().unwrap_or(0)
    }

    /// The same times, but no two of them equal.
    pub fn apart(&self) -> Self {
        let mut case = self.clone();
        let mut taken = std::collections::BTreeSet::new();
        for item in &mut case.items {
            while !taken.insert(item.time) {
                item.time += 2;
            }
        }
        case
    }

    fn words(&self) -> String {
        const SHOWN: usize = 12;
        let Self {
            items,
            number,
            moment,
        } = self;
        let mut text = format!("{} items", items.len());
        for (n, Item { value, time }) in items.iter().take(SHOWN).enumerate() {
            let mark = if n == 0 { ": " } else { ", " };
            let _ = write!(text, "{mark}{value} ({time} ms)");
        }
        if items.len() > SHOWN {
            text.push_str(", …");
        }
        let _ = write!(text, "; number {number}; moment {moment} ms");
        text
    }
}

/// Tries one case. Fails like a check, by a panic.
pub type Law = fn(Case) -> Pin<Box<dyn Future<Output = ()>>>;

/// Tries the law with a few inputs that never change.
pub fn law(law: Law) {
    // A recording has room for one run.
    if told::somebody_listens() {
        return;
    }
    let name = thread::current().name().unwrap_or("main").to_owned();
    let fails = |case: &Case| run(law, case.clone(), &name).err();
    for case in special() {
        if let Some(panic) = fails(&case) {
            tell(&case, panic);
        }
    }
    let config = Config {
        failure_persistence: None,
        ..Config::default()
    };
    let seed = TestRng::deterministic_rng(RngAlgorithm::ChaCha);
    let mut runner = TestRunner::new_with_rng(config, seed);
    for _ in 0..MADE_UP {
        let Ok(mut tree) = cases().new_tree(&mut runner) else {
            return;
        };
        if let Some(panic) = fails(&tree.current()) {
            let (case, panic) = smallest(&mut tree, panic, fails);
            tell(&case, panic);
        }
    }
}

type Panic = Box<dyn Any + Send>;

fn run(law: Law, case: Case, name: &str) -> Result<(), Panic> {
    let builder = thread::Builder::new().name(name.to_owned());
    let run = move || catch_unwind(|| crate::run(pin!(law(case))));
    match builder.spawn(run) {
        Ok(running) => running.join().and_then(|ended| ended),
        Err(e) => Err(Box::new(format!("no thread for the check: {e}"))),
    }
}

/// What every list should stand: none, one, many at one instant.
fn special() -> Vec<Case> {
    let of = |count: u32, time| Case {
        items: (0..count).rev().map(|value| Item { value, time }).collect(),
        number: 3,
        moment: 35,
    };
    vec![of(0, 0), of(1, 70), of(LONGEST as u32, 20)]
}

fn cases() -> impl Strategy<Value = Case> {
    let item = || {
        (0..12_u32, 0..60_u64).prop_map(|(value, half)| Item {
            value,
            time: 2 * half,
        })
    };
    let few = vec(item(), 0..8);
    let many = vec(item(), 0..LONGEST);
    let items = proptest::prop_oneof![4 => few, 1 => many];
    (items, 1..9_usize, 0..70_u64).prop_map(|(items, number, half)| Case {
        items,
        number,
        moment: 2 * half + 1,
    })
}

/// Makes the case smaller as long as it fails.
fn smallest<T: ValueTree<Value = Case>>(
    tree: &mut T,
    mut panic: Panic,
    fails: impl Fn(&Case) -> Option<Panic>,
) -> (Case, Panic) {
    let mut smallest = tree.current();
    let mut goes_on = tree.simplify();
    for _ in 0..MOST_SHRINKS {
        if !goes_on {
            break;
        }
        let case = tree.current();
        match fails(&case) {
            Some(again) => {
                (smallest, panic) = (case, again);
                goes_on = tree.simplify();
            }
            None => goes_on = tree.complicate(),
        }
    }
    (smallest, panic)
}

/// The check's own message, with the input behind what happened.
fn tell(case: &Case, panic: Panic) -> ! {
    let text = panics::text(panic.as_ref());
    // An unsolved exercise says so itself.
    if text.starts_with("not yet implemented") {
        resume_unwind(panic);
    }
    let input = format!("with the input: {}\n", case.words());
    let text = match text.find("who ran when") {
        Some(at) => format!("{}{input}{}", &text[..at], &text[at..]),
        None => format!(
            "expected: it ends without a panic\n\
             happened: it panicked{}: {text}\n{input}\
             likely cause: The panic's own words say most: which line takes \
             something for granted that this input does not have?",
            panics::at(text)
        ),
    };
    told::over(told::Over::Complaint);
    resume_unwind(Box::new(text))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Log, check_value};

    fn said(tried: Law) -> Option<String> {
        let panic = catch_unwind(|| law(tried)).err()?;
        Some(panics::text(panic.as_ref()).to_owned())
    }

    #[test]
    fn what_holds_is_tried_with_all_kinds_of_lists() {
        use std::sync::Mutex;
        static SEEN: Mutex<Vec<usize>> = Mutex::new(Vec::new());
        let text = said(|case| {
            Box::pin(async move {
                SEEN.lock().expect("no panic").push(case.items.len());
            })
        });
        assert_eq!(text, None);
        let seen = SEEN.lock().expect("no panic");
        assert!(seen.contains(&0) && seen.contains(&1));
        assert!(seen.iter().any(|len| *len > 100));
        assert_eq!(seen.len(), 3 + MADE_UP);
    }

    #[test]
    fn the_smallest_input_is_told_the_same_each_time() {
        let first_is_least: Law = |case| {
            Box::pin(async move {
                let values = case.values();
                let found = values.len() > 3 && values.contains(&7);
                check_value(&Log::new(), "seven", &found, &false, "why");
            })
        };
        let text = said(first_is_least).expect("it fails");
        // The three that never change have it, or have none of it.
        assert!(text.contains("with the input: "), "{text}");
        assert_eq!(said(first_is_least), Some(text));
    }

    #[test]
    fn an_input_is_made_smaller() {
        let text = said(|case| {
            Box::pin(async move {
                let late = case.times().iter().any(|time| *time >= 71);
                check_value(&Log::new(), "late", &late, &false, "why");
            })
        });
        let text = text.expect("it fails");
        assert!(
            text.contains("with the input: 1 items: 0 (72 ms);"),
            "{text}"
        );
    }

    #[test]
    fn a_panic_is_told_with_its_input() {
        let text = said(|case| {
            Box::pin(async move {
                let _ = case.items[0];
            })
        });
        let text = text.expect("it panics");
        assert!(text.contains("happened: it panicked"), "{text}");
        assert!(text.contains("with the input: 0 items; number 3"), "{text}");
    }
}
