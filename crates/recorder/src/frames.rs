//! Reads call stacks: which line of the example, and what kind of wait.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};

use backtrace::Backtrace;
use timeline::{By, NeedKind, WaitFor};

/// One call stack, as far as the recorder needs it.
#[derive(Default)]
pub(crate) struct Stack {
    /// Lines of the example's file, innermost first.
    pub lines: Vec<u32>,
    /// Functions between the event and the example's code: path and file.
    inner: Vec<Arc<str>>,
}

/// Looks symbols up, each address once.
pub(crate) struct Symbols {
    file: String,
    known: BTreeMap<usize, Arc<[Symbol]>>,
}

#[derive(Clone)]
struct Symbol {
    /// Path and file.
    path: Arc<str>,
    from: Arc<Path>,
    line: Option<u32>,
    /// What a check does around the code that it checks.
    checks: bool,
}

/// To look an address up costs more than a poll, and most of them are in every
/// recording of a process.
static KNOWN: Mutex<BTreeMap<usize, Arc<[Symbol]>>> =
    Mutex::new(BTreeMap::new());

impl Symbol {
    fn at(ip: usize) -> Vec<Self> {
        let mut found = Vec::new();
        backtrace::resolve(ip as *mut _, |symbol| {
            let name = symbol.name().map(|name| format!("{name:#}"));
            let from = symbol.filename().unwrap_or(Path::new(""));
            // An inlined function has no path, but it has a file.
            let path = path(&name.unwrap_or_default());
            let file = from.to_string_lossy().replace(['/', '\\'], "::");
            let path = format!("{path} {file}");
            found.push(Self {
                checks: path.contains("lab::guard")
                    || path.contains("lab::src::guard.rs"),
                path: path.into(),
                from: from.into(),
                line: symbol.lineno(),
            });
        });
        found
    }
}

impl Symbols {
    /// `file` is the path of the example's copy, as the compiler was given it.
    pub fn new(file: &str) -> Self {
        Self {
            file: file.to_owned(),
            known: BTreeMap::new(),
        }
    }

    pub fn read(&mut self, backtrace: Option<&Backtrace>) -> Stack {
        let mut stack = Stack::default();
        let frames = backtrace.iter().flat_map(|trace| trace.frames());
        self.add(&mut stack, frames.map(|frame| frame.ip() as usize));
        stack
    }

    /// A call stack that was taken from outside.
    pub fn read_addresses(&mut self, addresses: &[usize]) -> Stack {
        let mut stack = Stack::default();
        self.add(&mut stack, addresses.iter().copied());
        stack
    }

    fn add(&mut self, stack: &mut Stack, ips: impl Iterator<Item = usize>) {
        // What a check does around the code that it checks says nothing of it.
        let mut checks = false;
        for ip in ips {
            for symbol in self.at(ip).iter() {
                match symbol.line {
                    Some(line) => stack.lines.push(line),
                    None if stack.lines.is_empty() && !checks => {
                        checks = symbol.checks;
                        stack.inner.push(Arc::clone(&symbol.path));
                    }
                    None => {}
                }
            }
        }
    }

    /// The functions at an address, inlined ones first. They have a line where
    /// they lie in the example's file.
    fn at(&mut self, ip: usize) -> Arc<[Symbol]> {
        let file = &self.file;
        let found = self.known.entry(ip).or_insert_with(|| {
            let mut known =
                KNOWN.lock().unwrap_or_else(PoisonError::into_inner);
            let all = known.entry(ip).or_insert_with(|| Symbol::at(ip).into());
            let here = |symbol: &Symbol| {
                let here = symbol.from.ends_with(file);
                let line = symbol.line.filter(|_| here);
                let symbol = symbol.clone();
                Symbol { line, ..symbol }
            };
            all.iter().map(here).collect()
        });
        Arc::clone(found)
    }
}

/// The path of a function or of the type it belongs to, without generics:
/// types in angle brackets would be taken for callers.
fn path(name: &str) -> String {
    let method = match name.starts_with('<') {
        true => name.rsplit_once(">::").map_or("", |(_, method)| method),
        false => "",
    };
    let name = name.strip_prefix('<').unwrap_or(name);
    let end = name.find(['<', ' ', '>']).unwrap_or(name.len());
    let method = method.split(['<', ':', ' ']).next().unwrap_or_default();
    match method {
        "" => name[..end].to_owned(),
        method => format!("{}::{method}", &name[..end]),
    }
}

impl Stack {
    pub fn line(&self) -> Option<u32> {
        self.lines.first().copied()
    }

    /// What the innermost line calls, if that is a library's.
    pub fn call(&self) -> Option<String> {
        let path = self.inner.last()?.split(' ').next()?;
        let known = ["std::", "core::", "alloc::", "tokio::", "futures"];
        let known = known.iter().any(|start| path.starts_with(start));
        known.then(|| path.to_owned())
    }

    fn through(&self, part: &str) -> bool {
        self.inner.iter().any(|path| path.contains(part))
    }

    /// What a task waits for that has cloned its waker here.
    pub fn wait(&self) -> WaitFor {
        let kinds = [
            ("coop::register_waker", WaitFor::Budget),
            // These poll futures of others too: only their own wait counts.
            ("WaitForCancellationFuture", WaitFor::Token),
            ("TaskTrackerWaitFuture", WaitFor::Tracker),
            ("sync::set_once", WaitFor::Value),
            ("sync::barrier", WaitFor::Barrier),
            ("sync::watch", WaitFor::Change),
            ("sync::broadcast", WaitFor::Message),
            ("sync::oneshot::Sender", WaitFor::Closed),
            ("sync::mutex", WaitFor::Lock),
            ("sync::rwlock", WaitFor::Lock),
            ("sync::semaphore", WaitFor::Permit),
            ("sync::oneshot", WaitFor::Answer),
            ("sync::notify", WaitFor::Notify),
            ("task::yield_now", WaitFor::Turn),
            ("task::join_set", WaitFor::Join),
            ("runtime::task::join", WaitFor::Join),
            ("time::interval", WaitFor::Tick),
            ("time::timeout", WaitFor::Deadline),
            ("tokio::time", WaitFor::Timer),
            ("io::util::write", WaitFor::Write),
            ("poll_write", WaitFor::Write),
            ("tokio::io", WaitFor::Read),
            ("futures_unordered", WaitFor::Future),
        ];
        let any = |parts: &[&str]| parts.iter().any(|part| self.through(part));
        let budget = self.through("coop::register_waker");
        let ends = any(&["Sender::closed", "Sender::poll_closed"]);
        if ends && !budget {
            return WaitFor::Closed;
        }
        let outside = [
            ("tokio::signal", WaitFor::Signal),
            ("tokio::process", WaitFor::Process),
            ("tcp::listener", WaitFor::Accept),
            ("unix::listener", WaitFor::Accept),
            ("TcpStream::connect", WaitFor::Connect),
            ("UnixStream::connect", WaitFor::Connect),
            ("poll_write", WaitFor::Write),
            ("io::util::write", WaitFor::Write),
            ("writable", WaitFor::Write),
        ];
        if self.is_outside() && !budget {
            return outside
                .iter()
                .find(|(part, _)| self.through(part))
                .map_or(WaitFor::Read, |(_, kind)| *kind);
        }
        if any(&["sync::once_cell"]) && any(&["batch_semaphore"]) {
            return WaitFor::Cell;
        }
        // `advance` moves the clock, then gives up its turn.
        if self.through("task::yield_now") && self.through("time::clock") {
            return WaitFor::Clock;
        }
        if self.through("sync::mpsc") && !budget {
            let sends = self.through("batch_semaphore");
            return if sends {
                WaitFor::Slot
            } else {
                WaitFor::Message
            };
        }
        kinds
            .iter()
            .find(|(part, _)| self.through(part))
            .map_or(WaitFor::Other, |(_, kind)| *kind)
    }

    /// Who wakes, when no task is running.
    pub fn waker(&self) -> By {
        if self.through("runtime::io") || self.through("tokio::signal") {
            By::Io
        } else if self.through("runtime::time") {
            By::Timer
        } else if self.through("defer") {
            By::Runtime
        } else {
            By::Outside
        }
    }

    /// Permits that nobody held: `add_permits`, called by the example and
    /// not by the drop of a permit.
    pub fn adds_permits(&self) -> bool {
        self.through("sync::semaphore::Semaphore::add_permits")
            && !self.through("SemaphorePermit")
    }

    /// A timer that a `timeout` has made.
    pub fn is_deadline(&self) -> bool {
        self.through("time::timeout")
    }

    /// A semaphore inside a `OnceCell` is none that the example made.
    pub fn is_cell(&self) -> bool {
        self.through("sync::once_cell")
    }

    /// It happens inside of a simulated service.
    pub fn is_visit(&self) -> bool {
        self.through("lab::log") || self.through("lab::src::log.rs")
    }

    /// What is waited for here comes from outside of the process.
    pub fn is_outside(&self) -> bool {
        self.outside_need().is_some()
    }

    pub fn outside_need(&self) -> Option<NeedKind> {
        let kinds = [
            ("tokio::signal", NeedKind::Signal),
            ("tokio::process", NeedKind::Process),
            ("runtime::io", NeedKind::Socket),
        ];
        let mut kinds = kinds.iter();
        let found = kinds.find(|(part, _)| self.through(part));
        found.map(|(_, kind)| *kind)
    }

    pub fn blocking_need(&self) -> NeedKind {
        match self.blocking_name() {
            "blocking" => NeedKind::SpawnBlocking,
            "look-up of a name" => NeedKind::Socket,
            _ => NeedKind::File,
        }
    }

    /// A worker that blocks hands its tasks to a new thread: no closure of the
    /// program.
    pub fn is_handed_over(&self) -> bool {
        self.through("block_in_place")
    }

    /// What a blocking closure is there for.
    pub fn blocking_name(&self) -> &'static str {
        let names = [
            ("tokio::fs", "file"),
            ("io::stdout", "standard output"),
            ("io::stderr", "standard error"),
            ("io::stdin", "standard input"),
            ("net::addr", "look-up of a name"),
        ];
        let mut names = names.iter();
        let known = names.find(|(part, _)| self.through(part));
        known.map_or("blocking", |(_, name)| name)
    }

    pub fn is_channel(&self) -> bool {
        self.through("sync::mpsc")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_has_no_generics() {
        let name = "<tokio::time::timeout::Timeout<\
                    tokio::sync::notify::Notified> as Future>::poll";
        assert_eq!(path(name), "tokio::time::timeout::Timeout::poll");
        assert_eq!(
            path("tokio::sync::mpsc::bounded::Sender<T>::send"),
            "tokio::sync::mpsc::bounded::Sender",
        );
    }

    #[test]
    fn a_send_waits_for_a_slot_and_a_receive_for_a_message() {
        let through = |paths: &[&str]| Stack {
            inner: paths.iter().map(|path| (*path).into()).collect(),
            ..Stack::default()
        };
        let send = ["tokio::sync::batch_semaphore", "tokio::sync::mpsc"];
        assert_eq!(through(&send).wait(), WaitFor::Slot);
        assert_eq!(through(&send[1..]).wait(), WaitFor::Message);
        assert_eq!(through(&[]).wait(), WaitFor::Other);
    }
}
