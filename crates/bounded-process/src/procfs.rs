//! What Linux tells of processes, from `/proc`. Other systems tell nothing.

use std::fs;

/// The numbers of all processes.
pub fn all() -> impl Iterator<Item = i32> {
    let entries = fs::read_dir("/proc").into_iter().flatten().flatten();
    entries.filter_map(|entry| entry.file_name().to_str()?.parse().ok())
}

/// A process that has not ended.
#[derive(Clone, Copy, Debug)]
pub struct Stat {
    pub parent: i32,
    pub threads: usize,
    /// When it began; with its number that is a name that no other one has.
    pub begun: u64,
}

impl Stat {
    pub fn read(pid: i32) -> Option<Self> {
        Self::parse(&fs::read_to_string(format!("/proc/{pid}/stat")).ok()?)
    }

    pub(crate) fn parse(text: &str) -> Option<Self> {
        // The name in parentheses may have spaces and parentheses.
        let (_, rest) = text.rsplit_once(") ")?;
        let fields: Vec<&str> = rest.split(' ').collect();
        if matches!(*fields.first()?, "Z" | "X") {
            return None;
        }
        // The page proc_pid_stat(5) counts from 1, and the state is the third.
        let field = |number: usize| fields.get(number - 3);
        Some(Self {
            parent: field(4)?.parse().ok()?,
            threads: field(20)?.parse().ok()?,
            begun: field(22)?.parse().ok()?,
        })
    }
}

/// Bytes of memory that are the process's own or shared with some, and no
/// part of a file. What several processes share counts for each.
pub fn memory(pid: i32) -> u64 {
    kilobytes(&format!("/proc/{pid}/status"), &["RssAnon:", "RssShmem:"])
}

/// The same, and what several processes share is divided among them. This
/// takes longer.
pub fn own_memory(pid: i32) -> Option<u64> {
    let path = format!("/proc/{pid}/smaps_rollup");
    fs::metadata(&path).ok()?;
    Some(kilobytes(&path, &["Pss_Anon:", "Pss_Shmem:"]))
}

/// Bytes of memory that programs can still get.
pub fn free_memory() -> u64 {
    kilobytes("/proc/meminfo", &["MemAvailable:"])
}

/// The sum of some lines, in bytes.
fn kilobytes(path: &str, names: &[&str]) -> u64 {
    let text = fs::read_to_string(path).unwrap_or_default();
    let lines = text.lines().filter_map(|line| {
        let rest = names.iter().find_map(|name| line.strip_prefix(name))?;
        rest.trim().strip_suffix(" kB")?.parse::<u64>().ok()
    });
    lines.sum::<u64>() << 10
}

/// Bytes that the process has written to a disk, with those of its children
/// that have ended and that it has waited for.
pub fn written(pid: i32) -> u64 {
    let text = fs::read_to_string(format!("/proc/{pid}/io"));
    let text = text.unwrap_or_default();
    let field = |name: &str| -> u64 {
        let mut lines = text.lines();
        let value = lines.find_map(|line| line.strip_prefix(name));
        value.and_then(|value| value.parse().ok()).unwrap_or(0)
    };
    field("write_bytes: ").saturating_sub(field("cancelled_write_bytes: "))
}

/// The value of a variable in the environment that the process began with.
/// Nothing for what has ended or belongs to another user.
pub fn variable(pid: i32, name: &str) -> Option<String> {
    let environment = fs::read(format!("/proc/{pid}/environ")).ok()?;
    let mut variables = environment.split(|byte| *byte == 0);
    let value = variables.find_map(|variable| {
        variable.strip_prefix(name.as_bytes())?.strip_prefix(b"=")
    })?;
    Some(String::from_utf8_lossy(value).into_owned())
}

/// Of all processes of the system.
pub fn threads() -> usize {
    let text = fs::read_to_string("/proc/loadavg").unwrap_or_default();
    let field = text.split(' ').nth(3).and_then(|it| it.split_once('/'));
    field.and_then(|(_, all)| all.parse().ok()).unwrap_or(0)
}

/// Numbers of processes mean something only in here.
pub fn namespace() -> u64 {
    let link = fs::read_link("/proc/self/ns/pid").unwrap_or_default();
    let text = link.to_string_lossy().into_owned();
    let digits = text.chars().filter(char::is_ascii_digit);
    digits.collect::<String>().parse().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_with_spaces_and_parentheses_hides_nothing() {
        let rest = "S 7 7 7 0 -1 4194560 1 0 0 0 0 0 0 0 20 0 3 0 900 1 2";
        let stat = Stat::parse(&format!("12 (a) b (c) {rest}")).unwrap();
        assert_eq!((stat.parent, stat.threads, stat.begun), (7, 3, 900));
        let ended = rest.replacen('S', "Z", 1);
        assert!(Stat::parse(&format!("12 (a) {ended}")).is_none());
    }
}
