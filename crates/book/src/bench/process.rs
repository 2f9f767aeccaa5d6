//! What the system says of the server's process. Only Linux says it.

use std::fs;

use anyhow::{Context, Result};
use checker::Mark;

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
    let word = format!("{}={process}-", Mark::NAME);
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
