//! Runs each example often, as readers do: with one, two and eight workers, on
//! idle and on busy cores. What is the same in all runs is what a page may
//! print as certain.
//!
//! A machine that stalls makes a later timer catch up with an earlier one, and
//! says nothing about the program. So a clock beside the programs notes when
//! it was late itself, and a run at that time is not counted: neither for the
//! example nor against it, and whatever it printed. It is repeated. The clock
//! cannot see each stall of each program: one run in ten may differ, which is
//! told and is no failure. An order that is free differs far more often. What
//! differs in more than that is run as often again, a few programs at a time:
//! a race of the program's own shows there, too, a crowded machine does not.

use std::time::Instant;

use anyhow::{Context, Result, bail};
use clap::Args;

use crate::captures::{Program, build};
use crate::durations;
use crate::examples::{self, Example};
use crate::stalls::{Clock, busy};
use crate::transcript::{ordered, portable, stream};
use crate::{Files, many, process};

/// Run each example often, as readers do, and compare with its captured output
#[derive(Args)]
pub struct Runs {
    /// Only these examples
    names: Vec<String>,
    /// How often with each number of workers; half of them on busy cores
    #[arg(long, default_value_t = 20)]
    times: usize,
    /// Only the examples that hold sentences about scheduling
    #[arg(long)]
    said: bool,
}

/// How often a run is repeated because the machine stalled.
const PATIENCE: usize = 2;

/// One run in so many may differ: a stall that the clock did not see.
const RARE: usize = 10;

/// Programs at a time for each core: most of them sleep.
const CROWD: usize = 3 * many::SLEEPERS;
const FEW: usize = 2;

/// One example with one number of workers.
struct Job {
    program: Program,
    workers: u32,
    out: String,
    err: String,
    says: Vec<String>,
}

struct Ran {
    out: String,
    err: String,
    stalled: bool,
}

pub fn run(arguments: &Runs, files: &Files) -> Result<()> {
    let mut examples = examples::find(files.root(), &arguments.names)?;
    examples.retain(|one| !arguments.said || !one.spec.says.is_empty());
    build(&examples.iter().collect::<Vec<_>>(), files)?;
    let jobs: Vec<Job> = examples
        .iter()
        .flat_map(|example| jobs(example, files))
        .collect();
    let half = arguments.times.div_ceil(2);
    // Not one program's runs after each other: they would meet the same load.
    let all: Vec<&Job> = jobs.iter().collect();
    let idle = Clock::beside(|clock| play(&all, half, CROWD, clock, files))?;
    let busy =
        Clock::beside(|clock| busy(|| play(&all, half, CROWD, clock, files)))?;
    let runs = idle.into_iter().zip(busy).map(|(mut idle, busy)| {
        idle.extend(busy);
        idle
    });
    let runs: Vec<Vec<Ran>> = runs.collect();
    let count: usize = runs.iter().map(Vec::len).sum();
    let stalled = runs.iter().flatten().filter(|ran| ran.stalled).count();
    println!("{count} runs; the machine stalled in {stalled} of them");
    let pairs = all.into_iter().zip(&runs);
    let doubtful: Vec<&Job> = pairs
        .filter(|(job, runs)| complaint(job, runs).is_some())
        .map(|(job, _)| job)
        .collect();
    for job in &doubtful {
        let source = &job.program.source;
        println!("{source}, {} workers: runs again", job.workers);
    }
    let again = Clock::beside(|clock| {
        play(&doubtful, arguments.times, FEW, clock, files)
    })?;
    let wrong: Vec<String> = doubtful
        .iter()
        .zip(&again)
        .filter_map(|(job, runs)| {
            let said = job.says.iter().map(|one| format!("\n  untrue: {one}"));
            Some(complaint(job, runs)? + &said.collect::<String>())
        })
        .collect();
    for complaint in &wrong {
        eprintln!("{complaint}");
    }
    match wrong.len() {
        0 => Ok(()),
        n => bail!(
            "{n} outputs are not what a reader sees: change the example, or \
             name the lines whose order is free in recordings/NAME.toml"
        ),
    }
}

fn jobs(example: &Example, files: &Files) -> Vec<Job> {
    let source = &example.source;
    let asks = ["#[tokio::main]", "new_multi_thread", "Runtime::new"];
    let depends = asks.iter().any(|word| source.contains(word));
    let counts: &[u32] = if depends { &[1, 2, 8] } else { &[2] };
    let capture = files.read(&format!("recordings/{}.txt", example.name));
    let jobs = counts.iter().map(|workers| Job {
        program: Program::of(example, files),
        workers: *workers,
        out: ordered(&stream(&capture, false), &example.spec.free),
        err: ordered(&stream(&capture, true), &example.spec.free),
        says: example.spec.says.clone(),
    });
    jobs.collect()
}

/// Each job so often, so many at a time for each core; a run is repeated while
/// the machine stalls.
fn play(
    jobs: &[&Job],
    times: usize,
    at_a_time: usize,
    clock: &Clock,
    files: &Files,
) -> Result<Vec<Vec<Ran>>> {
    let tasks: Vec<&Job> =
        (0..times).flat_map(|_| jobs.iter().copied()).collect();
    let ran = many::each(&tasks, at_a_time, |job| {
        let mut tries = 0;
        loop {
            let began = Instant::now();
            let ran =
                once(job, files).with_context(|| job.program.source.clone())?;
            let stalled = clock.stalled(began, Instant::now());
            tries += 1;
            if !stalled || tries > PATIENCE {
                return anyhow::Ok(Ran { stalled, ..ran });
            }
        }
    });
    let mut runs: Vec<Vec<Ran>> = jobs.iter().map(|_| Vec::new()).collect();
    for (i, ran) in ran.into_iter().enumerate() {
        runs[i % jobs.len()].push(ran?);
    }
    Ok(runs)
}

fn once(job: &Job, files: &Files) -> Result<Ran> {
    let mut command = job.program.command(files)?;
    command.env("TOKIO_WORKER_THREADS", job.workers.to_string());
    let printed = process::apart(command)?;
    let text =
        |text: &str| ordered(&portable(text, files.root()), &job.program.free);
    Ok(Ran {
        out: text(&printed.out),
        err: text(&printed.err),
        stalled: false,
    })
}

/// What is wrong with the runs of a job, in the light of its capture.
fn complaint(job: &Job, runs: &[Ran]) -> Option<String> {
    let source = &job.program.source;
    let head = format!("{source}, {} workers", job.workers);
    let counted: Vec<&Ran> = runs.iter().filter(|ran| !ran.stalled).collect();
    let differs = |ran: &&&Ran| {
        difference(&job.out, &ran.out).is_some()
            || difference(&job.err, &ran.err).is_some()
    };
    if counted.is_empty() {
        // A stall spoils some runs: what most of them print is known still.
        let all: Vec<&Ran> = runs.iter().collect();
        let same = all.len() - all.iter().filter(differs).count();
        return (same * 2 < all.len()).then(|| {
            format!(
                "{head}: {same} of {} runs print what the page shows; the \
                 machine stalled in each",
                all.len()
            )
        });
    }
    let others: Vec<&&Ran> = counted.iter().filter(differs).collect();
    if let Some(ran) = others.first() {
        let lines = difference(&job.out, &ran.out)
            .or_else(|| difference(&job.err, &ran.err))?;
        let said = format!(
            "{head}: {} of {} runs print something else\n{lines}",
            others.len(),
            counted.len()
        );
        if others.len() > counted.len().div_ceil(RARE) {
            return Some(said);
        }
        println!("rare: {said}");
    }
    // The quickest run; one that was late somewhere was late to its end. What
    // prints other lines has other durations.
    let quickest = counted
        .iter()
        .filter(|ran| !differs(ran))
        .min_by_key(|ran| durations::all(&ran.out).iter().sum::<u64>())?;
    let late = job.out.lines().zip(quickest.out.lines());
    let late = late.filter(|(shown, printed)| {
        let pairs = durations::all(shown);
        let mut pairs = pairs.iter().zip(durations::all(printed));
        pairs.any(|(shown, printed)| durations::is_late(*shown, printed))
    });
    let (shown, printed) = late.take(1).next()?;
    Some(format!(
        "{head}: takes longer in each run\n  page: {shown}\n  run:  {printed}"
    ))
}

/// The first line that differs in more than a duration, or whose duration is
/// shorter than it may be.
fn difference(shown: &str, printed: &str) -> Option<String> {
    let most = shown.lines().count().max(printed.lines().count());
    let pad = |text: &'static str| std::iter::repeat(text);
    let lines = shown.lines().chain(pad("(nothing)"));
    let others = printed.lines().chain(pad("(nothing)"));
    let mut pairs = lines.zip(others).take(most);
    let (shown, printed) = pairs.find(|(shown, printed)| {
        let times = durations::all(shown);
        let mut times = times.iter().zip(durations::all(printed));
        durations::masked(shown) != durations::masked(printed)
            || times
                .any(|(shown, printed)| durations::is_early(*shown, printed))
    })?;
    Some(format!("  page: {shown}\n  run:  {printed}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn another_order_and_a_shorter_time_are_differences() {
        let page = "a at 50 ms\nb at 100 ms\n";
        assert_eq!(difference(page, "a at 58 ms\nb at 180 ms\n"), None);
        let early = difference(page, "a at 50 ms\nb at 50 ms\n").unwrap();
        assert!(early.contains("b at 50 ms"), "{early}");
        let order = difference(page, "b at 50 ms\na at 100 ms\n").unwrap();
        assert!(order.contains("page: a at 50 ms"), "{order}");
        let short = difference(page, "a at 50 ms\n").unwrap();
        assert!(short.contains("(nothing)"), "{short}");
    }

    #[test]
    fn who_differs_where_the_machine_kept_up_is_named() {
        let mut program = Program::default();
        program.source = "examples/a.rs".to_owned();
        let job = Job {
            program,
            workers: 8,
            out: "a\nb at 50 ms\n".to_owned(),
            err: String::new(),
            says: Vec::new(),
        };
        let ran = |out: &str, stalled| Ran {
            out: out.to_owned(),
            err: String::new(),
            stalled,
        };
        let good = || ran("a\nb at 51 ms\n", false);
        assert_eq!(complaint(&job, &[good(), good()]), None);
        let other = "b at 51 ms\na\n";
        assert_eq!(complaint(&job, &[good(), ran(other, true)]), None);
        assert_eq!(complaint(&job, &[good(), ran(other, false)]), None);
        let twice = [good(), ran(other, false), ran(other, false)];
        let said = complaint(&job, &twice).unwrap();
        assert!(said.contains("examples/a.rs, 8 workers: 2 of 3"), "{said}");
        let late = || ran("a\nb at 90 ms\n", false);
        assert_eq!(complaint(&job, &[late(), good()]), None);
        let said = complaint(&job, &[late(), late()]).unwrap();
        assert!(said.contains("takes longer in each run"), "{said}");
        let mostly = [ran(other, true), ran("a\nb at 50 ms\n", true)];
        assert_eq!(complaint(&job, &mostly), None);
        assert!(complaint(&job, &mostly[..1]).is_some());
    }

    #[test]
    fn what_prints_less_says_nothing_about_the_time_of_others() {
        let job = Job {
            program: Program::default(),
            workers: 1,
            out: "hi at 0 ms\nthere at 60 ms\n".to_owned(),
            err: String::new(),
            says: Vec::new(),
        };
        let ran = |out: &str| Ran {
            out: out.to_owned(),
            err: String::new(),
            stalled: false,
        };
        let less = ran("there at 50 ms\n");
        let good = ran("hi at 0 ms\nthere at 61 ms\n");
        assert_eq!(complaint(&job, &[less, good]), None);
    }
}
