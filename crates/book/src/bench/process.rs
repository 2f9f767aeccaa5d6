//! What the system says of the server's process. Only Linux says it.

use std::fs;
use std::time::Duration;

use anyhow::{Context, Result};
use bounded_process::ProcessTag;

/// Bytes of memory that it really uses.
pub fn resident(process: u32) -> Result<u64> {
    let text = fs::read_to_string(format!("/proc/{process}/status"))
        .context("memory is measured on Linux only")?;
    let line = text.lines().find_map(|line| line.strip_prefix("VmRSS:"));
    let kilobytes = line.and_then(|line| line.trim().strip_suffix(" kB"));
    let kilobytes: u64 = kilobytes.context("no memory")?.trim().parse()?;
    Ok(kilobytes << 10)
}

/// How many processes live that it has started.
pub fn marked(process: u32) -> Result<usize> {
    let word = format!("{}={process}-", ProcessTag::NAME);
    let entries =
        fs::read_dir("/proc").context("processes are counted on Linux only")?;
    Ok(entries
        .flatten()
        .filter(|entry| {
            let environment = fs::read(entry.path().join("environ"));
            let environment = environment.unwrap_or_default();
            environment
                .split(|byte| *byte == 0)
                .any(|variable| variable.starts_with(word.as_bytes()))
        })
        .count())
}

/// The processor time that all of its threads have taken.
pub fn busy(process: u32) -> Result<Duration> {
    let threads = fs::read_dir(format!("/proc/{process}/task"))
        .context("the processor's time is measured on Linux only")?;
    let mut nanoseconds = 0;
    for thread in threads.flatten() {
        // One that has ended meanwhile counts no longer.
        let text = fs::read_to_string(thread.path().join("schedstat"));
        let text = text.unwrap_or_default();
        let first = text.split_whitespace().next().unwrap_or("0");
        nanoseconds += first.parse::<u64>().context("a schedstat")?;
    }
    Ok(Duration::from_nanos(nanoseconds))
}
