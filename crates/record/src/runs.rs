//! Runs each example often, as readers do: with one, two and eight workers, on
//! idle and on busy cores. What is the same in all runs is what a page may
//! print as certain.
//!
//! Who prints something else, if only once, runs again, a few programs at a
//! time, and there a single run decides. A run is excused only if one of its
//! own threads had to wait for a CPU, since that makes a later timer catch up
//! with an earlier one. Excused runs count for nothing: there are more, until
//! enough had a CPU. So a race is found that shows in one run of twenty.

use std::time::Duration;

use anyhow::{Context, Result, bail};
use clap::Args;

use crate::captures::{Program, build};
use crate::durations;
use crate::examples::{self, Example};
use crate::transcript::{ordered, portable, stream};
use crate::{Files, many, waits};

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

/// What must come in order on a page is further apart than this.
const LONG: Duration = Duration::from_millis(10);

/// How many times more often runs what differed once, not counting the runs
/// that had to wait; and on a machine where nearly all wait.
const AGAIN: usize = 5;
const AT_MOST: usize = 15;

/// Programs at a time for each core: most of them sleep.
const CROWD: usize = 3 * many::SLEEPERS;
const FEW: usize = 4;

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
    /// How long a thread of it was ready and got no CPU.
    waited: Duration,
}

pub fn run(arguments: &Runs, files: &Files) -> Result<()> {
    let mut examples = examples::find(files.root(), &arguments.names)?;
    examples.retain(|one| !arguments.said || !one.spec.says.is_empty());
    build(&examples.iter().collect::<Vec<_>>(), files)?;
    let jobs: Vec<Job> = examples
        .iter()
        .flat_map(|example| jobs(example, files))
        .collect();
    let wrong = judge(&jobs, arguments.times, &|job| once(job, files))?;
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

/// Runs a job once.
type Once<'a> = &'a (dyn Fn(&Job) -> Result<Ran> + Sync);

/// What is wrong with the jobs, each run so often.
fn judge(jobs: &[Job], times: usize, once: Once) -> Result<Vec<String>> {
    let all: Vec<&Job> = jobs.iter().collect();
    let runs = idle_and_busy(&all, times, CROWD, once)?;
    let count: usize = runs.iter().map(Vec::len).sum();
    let waited = runs
        .iter()
        .flatten()
        .filter(|ran| ran.waited >= LONG)
        .count();
    println!("{count} runs; {waited} of them had to wait for a CPU");
    let pairs = all.into_iter().zip(&runs);
    let doubtful: Vec<&Job> = pairs
        .filter(|(job, runs)| {
            let other = runs.iter().any(|ran| differs(job, ran).is_some());
            other || complaint(job, runs).is_some()
        })
        .map(|(job, _)| job)
        .collect();
    for job in &doubtful {
        let source = &job.program.source;
        println!("{source}, {} workers: runs again", job.workers);
    }
    let again = again(&doubtful, times, once)?;
    let pairs = doubtful.iter().zip(&again);
    let wrong = pairs.filter_map(|(job, runs)| {
        let said = job.says.iter().map(|one| format!("\n  untrue: {one}"));
        Some(complaint(job, runs)? + &said.collect::<String>())
    });
    Ok(wrong.collect())
}

/// Runs each job until it is known whether it is at fault.
fn again(jobs: &[&Job], times: usize, once: Once) -> Result<Vec<Vec<Ran>>> {
    let mut runs: Vec<Vec<Ran>> = jobs.iter().map(|_| Vec::new()).collect();
    let is_open = |job: &Job, runs: &[Ran]| {
        let clean = runs.iter().filter(|ran| ran.waited < LONG);
        clean.count() < times * AGAIN && at_fault(job, runs).is_none()
    };
    for _ in 0..AT_MOST {
        let open = |i: &usize| is_open(jobs[*i], &runs[*i]);
        let open: Vec<usize> = (0..jobs.len()).filter(open).collect();
        let those: Vec<&Job> = open.iter().map(|i| jobs[*i]).collect();
        let more = idle_and_busy(&those, times, FEW, once)?;
        for (i, more) in open.into_iter().zip(more) {
            runs[i].extend(more);
        }
    }
    for (job, runs) in jobs.iter().zip(&runs) {
        if is_open(job, runs) {
            let source = &job.program.source;
            println!(
                "{source}, {} workers: not told for certain, since it had to \
                 wait for a CPU in most runs",
                job.workers
            );
        }
    }
    Ok(runs)
}

/// The runs of each job, half of them while something else wants each core.
fn idle_and_busy(
    jobs: &[&Job],
    times: usize,
    at_a_time: usize,
    once: Once,
) -> Result<Vec<Vec<Ran>>> {
    let half = times.div_ceil(2);
    let idle = play(jobs, half, at_a_time, once)?;
    let busy = many::busy(|| play(jobs, half, at_a_time, once))?;
    let runs = idle.into_iter().zip(busy).map(|(mut idle, busy)| {
        idle.extend(busy);
        idle
    });
    Ok(runs.collect())
}

fn jobs(example: &Example, files: &Files) -> Vec<Job> {
    let source = &example.source;
    let asks = ["#[tokio::main]", "new_multi_thread", "Runtime::new"];
    let depends = asks.iter().any(|word| source.contains(word));
    // Who has one thread by its own code runs as often as the others.
    let counts: &[u32] = if depends { &[1, 2, 8] } else { &[2, 2, 2] };
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

/// Each job so often, so many at a time for each core. Not one program's runs
/// after each other: they would meet the same load.
fn play(
    jobs: &[&Job],
    times: usize,
    at_a_time: usize,
    once: Once,
) -> Result<Vec<Vec<Ran>>> {
    let tasks: Vec<&Job> =
        (0..times).flat_map(|_| jobs.iter().copied()).collect();
    let ran = many::each(&tasks, at_a_time, |job| {
        once(job).with_context(|| job.program.source.clone())
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
    let printed = waits::run(command)?;
    let text =
        |text: &str| ordered(&portable(text, files.root()), &job.program.free);
    Ok(Ran {
        out: text(&printed.out),
        err: text(&printed.err),
        waited: printed.waited,
    })
}

/// A run that differs although it had a CPU whenever it wanted one.
fn at_fault<'a>(job: &Job, runs: &'a [Ran]) -> Option<&'a Ran> {
    let had_a_cpu = runs.iter().filter(|ran| ran.waited < LONG);
    had_a_cpu
        .filter(|ran| differs(job, ran).is_some())
        .min_by_key(|ran| ran.waited)
}

/// In which line a run differs from the capture.
fn differs(job: &Job, ran: &Ran) -> Option<String> {
    difference(&job.out, &ran.out).or_else(|| difference(&job.err, &ran.err))
}

/// What is wrong with the runs of a job, in the light of its capture.
fn complaint(job: &Job, runs: &[Ran]) -> Option<String> {
    let source = &job.program.source;
    let head = format!("{source}, {} workers", job.workers);
    let (others, same): (Vec<&Ran>, Vec<&Ran>) =
        runs.iter().partition(|ran| differs(job, ran).is_some());
    if let Some(ran) = at_fault(job, runs) {
        return Some(format!(
            "{head}: {} of {} runs print something else; in one of them no \
             thread waited more than {} ms for a CPU\n{}",
            others.len(),
            runs.len(),
            ran.waited.as_millis(),
            differs(job, ran)?
        ));
    }
    // A wait spoils some runs: what most of them print is known still.
    if same.len() < others.len() {
        return Some(format!(
            "{head}: {} of {} runs print what the page shows; the others had \
             to wait for a CPU, each time\n{}",
            same.len(),
            runs.len(),
            differs(job, others.first()?)?
        ));
    }
    // The quickest run; one that was late somewhere was late to its end. What
    // prints other lines has other durations.
    let quickest = same
        .iter()
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
    use std::sync::atomic::{AtomicUsize, Ordering};

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

    fn job(out: &str) -> Job {
        let mut program = Program::default();
        program.source = "examples/a.rs".to_owned();
        Job {
            program,
            workers: 8,
            out: out.to_owned(),
            err: String::new(),
            says: Vec::new(),
        }
    }

    fn ran(out: &str, waited: bool) -> Ran {
        let out = out.to_owned();
        let err = String::new();
        let waited = if waited { LONG } else { Duration::ZERO };
        Ran { out, err, waited }
    }

    #[test]
    fn who_differs_and_had_a_cpu_is_named() {
        let job = job("a\nb at 50 ms\n");
        let good = || ran("a\nb at 51 ms\n", false);
        assert_eq!(complaint(&job, &[good(), good()]), None);
        let other = "b at 51 ms\na\n";
        assert_eq!(complaint(&job, &[good(), ran(other, true)]), None);
        let one = [good(), good(), ran(other, false)];
        let said = complaint(&job, &one).unwrap();
        assert!(said.contains("examples/a.rs, 8 workers: 1 of 3"), "{said}");
        let late = || ran("a\nb at 90 ms\n", false);
        assert_eq!(complaint(&job, &[late(), good()]), None);
        let said = complaint(&job, &[late(), late()]).unwrap();
        assert!(said.contains("takes longer in each run"), "{said}");
        let most = [good(), ran(other, true), ran(other, true)];
        let said = complaint(&job, &most).unwrap();
        assert!(said.contains("1 of 3 runs print what"), "{said}");
    }

    #[test]
    fn what_prints_less_says_nothing_about_the_time_of_others() {
        let job = job("hi at 0 ms\nthere at 60 ms\n");
        let less = ran("there at 50 ms\n", true);
        let good = ran("hi at 0 ms\nthere at 61 ms\n", false);
        assert_eq!(complaint(&job, &[less, good]), None);
    }

    /// Each twentieth run prints the lines in another order.
    fn judge_race(waited: bool) -> Vec<String> {
        let count = AtomicUsize::new(0);
        let once = |_: &Job| {
            let at = count.fetch_add(1, Ordering::Relaxed);
            Ok(match at % 20 {
                19 => ran("b\na\n", waited),
                _ => ran("a\nb\n", false),
            })
        };
        judge(&[job("a\nb\n")], 20, &once).unwrap()
    }

    #[test]
    fn a_race_of_one_in_twenty_is_found() {
        let [said] = &judge_race(false)[..] else {
            panic!("nothing was found");
        };
        assert!(said.contains("1 of 20 runs print something"), "{said}");
    }

    #[test]
    fn who_waited_for_a_cpu_is_not_blamed() {
        assert!(judge_race(true).is_empty());
    }
}
