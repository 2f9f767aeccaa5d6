//! What in a program's text the paused clock cannot show as it is: threads,
//! blocking calls, the machine's time, and what comes from outside.

use std::collections::BTreeMap;

use proc_macro2::{TokenStream, TokenTree};
use syn::{Item, Meta, UseTree};
use timeline::NeedKind;

/// What a program needs of what runs it.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Needs {
    /// The first line of each kind.
    pub clock: Vec<(NeedKind, u32)>,
    /// How many workers its runtime has; 0: as many as Tokio chooses. Nothing:
    /// it runs on the thread of `main`.
    pub workers: Option<usize>,
}

impl Needs {
    /// Of a test, whose attribute says how many workers its runtime has.
    pub fn with_workers(mut self, workers: Option<usize>) -> Self {
        self.workers = workers;
        if workers.is_some_and(|n| n != 1) {
            self.clock.push((NeedKind::Workers, 1));
        }
        self
    }

    /// Of a program that builds its runtimes itself, one after another: they
    /// need the real clock where they have workers.
    pub fn of_own_runtimes(mut self, source: &str) -> Self {
        let workers = source.contains("new_multi_thread")
            || source
                .replace("LocalRuntime::new", "")
                .contains("Runtime::new");
        for need in &mut self.clock {
            if need.0 == NeedKind::SecondRuntime {
                need.0 = NeedKind::Workers;
            }
        }
        self.clock
            .retain(|need| workers || need.0 != NeedKind::Workers);
        self
    }
}

/// Whether the program pauses, resumes or moves Tokio's clock itself.
pub fn moves_clock(source: &str) -> bool {
    let from_time = source.contains("time::") || source.contains("time;");
    let calls = ["pause()", "resume()", "advance("];
    let mut found = calls.iter().flat_map(|call| {
        source.match_indices(call).map(|(at, _)| &source[..at])
    });
    // A method of that name is something else, as that of a stream.
    from_time && found.any(|before| !before.ends_with('.'))
}

/// Paths, or their beginnings, that need the real clock.
const PATHS: &[(&str, NeedKind)] = &[
    ("std::thread::spawn", NeedKind::Thread),
    ("std::thread::scope", NeedKind::Thread),
    ("std::thread::Builder", NeedKind::Thread),
    ("std::thread::sleep", NeedKind::ThreadSleep),
    ("std::thread::park", NeedKind::BlockingCall),
    ("std::time::Instant::now", NeedKind::SystemTime),
    ("std::time::SystemTime::now", NeedKind::SystemTime),
    ("std::sync::mpsc", NeedKind::BlockingCall),
    ("std::sync::Condvar", NeedKind::BlockingCall),
    ("std::sync::Barrier", NeedKind::BlockingCall),
    ("std::net", NeedKind::Socket),
    ("std::os::unix::net", NeedKind::Socket),
    ("std::process::Command", NeedKind::Process),
    ("tokio::net", NeedKind::Socket),
    ("tokio::fs", NeedKind::File),
    ("tokio::io::stdin", NeedKind::File),
    ("tokio::io::stdout", NeedKind::File),
    ("tokio::io::stderr", NeedKind::File),
    ("tokio::process", NeedKind::Process),
    ("tokio::signal", NeedKind::Signal),
    ("tokio::runtime::Runtime::new", NeedKind::SecondRuntime),
    ("tokio::runtime::Builder", NeedKind::SecondRuntime),
];

/// Names that say it wherever they stand.
const NAMES: &[(&str, NeedKind)] = &[
    ("spawn_blocking", NeedKind::SpawnBlocking),
    ("block_in_place", NeedKind::BlockInPlace),
    ("blocking_send", NeedKind::BlockingCall),
    ("blocking_recv", NeedKind::BlockingCall),
    ("blocking_lock", NeedKind::BlockingCall),
];

/// Reads the needs in a text. One that cannot be parsed has none: it is told
/// elsewhere.
pub fn of(source: &str) -> Needs {
    let Ok(file) = syn::parse_file(source) else {
        return Needs::default();
    };
    let mut found = Finder::default();
    for item in &file.items {
        if let Item::Use(item) = item {
            found.import("", &item.tree);
        }
    }
    let mut workers = Workers::default();
    for item in &file.items {
        if let Item::Fn(main) = item
            && main.sig.ident == "main"
        {
            for attribute in &main.attrs {
                workers.read(&attribute.meta);
            }
        }
    }
    if let Ok(tokens) = source.parse() {
        found.scan(tokens);
    }
    if workers.asked {
        found.needs.entry(NeedKind::Workers).or_insert(workers.line);
    }
    Needs {
        clock: found.needs.into_iter().collect(),
        workers: workers.number,
    }
}

/// What `#[tokio::main]` says of workers.
#[derive(Default)]
struct Workers {
    number: Option<usize>,
    /// It does so in words.
    asked: bool,
    line: u32,
}

impl Workers {
    fn read(&mut self, meta: &Meta) {
        let mut path = meta.path().segments.iter().map(|one| &one.ident);
        let [tokio, main] = [path.next(), path.next()];
        if tokio.is_none_or(|name| name != "tokio")
            || main.is_none_or(|name| name != "main")
        {
            return;
        }
        self.number = Some(0);
        let Meta::List(list) = meta else { return };
        let span = list.delimiter.span().open();
        self.line = u32::try_from(span.start().line).unwrap_or(0);
        let text = list.tokens.to_string().replace(' ', "");
        for option in text.split(',') {
            match option.split_once('=') {
                Some(("flavor", "\"multi_thread\"")) => self.asked = true,
                Some(("flavor", _)) => self.number = None,
                Some(("worker_threads", n)) => {
                    let n = n.trim_end_matches("usize").parse().unwrap_or(0);
                    self.number = Some(n);
                    self.asked |= n != 1;
                }
                _ => {}
            }
        }
        self.asked &= self.number.is_some_and(|n| n != 1);
    }
}

#[derive(Default)]
struct Finder {
    /// Names by what they were imported from.
    imports: BTreeMap<String, String>,
    needs: BTreeMap<NeedKind, u32>,
}

impl Finder {
    fn import(&mut self, path: &str, tree: &UseTree) {
        let join = |name: &str| match path {
            "" => name.to_owned(),
            path => format!("{path}::{name}"),
        };
        match tree {
            UseTree::Path(one) => {
                self.import(&join(&one.ident.to_string()), &one.tree);
            }
            UseTree::Name(one) => {
                let name = one.ident.to_string();
                let (name, full) = match (name.as_str(), path) {
                    ("self", path) => {
                        let last = path.rsplit("::").next();
                        (last.unwrap_or(path).to_owned(), path.to_owned())
                    }
                    _ => (name.clone(), join(&name)),
                };
                self.imports.insert(name, full);
            }
            UseTree::Rename(one) => {
                let full = join(&one.ident.to_string());
                self.imports.insert(one.rename.to_string(), full);
            }
            UseTree::Group(group) => {
                for tree in &group.items {
                    self.import(path, tree);
                }
            }
            UseTree::Glob(_) => {}
        }
    }

    /// Goes through all paths, also those in macros.
    fn scan(&mut self, tokens: TokenStream) {
        let mut path = String::new();
        let mut line = 0;
        let mut colons = 0;
        let mut imports = false;
        for token in tokens {
            match token {
                // What is only imported is not used.
                TokenTree::Punct(end) if imports && end.as_char() == ';' => {
                    imports = false;
                }
                _ if imports => {}
                TokenTree::Ident(ident) if ident == "use" => imports = true,
                TokenTree::Ident(ident) => {
                    if colons != 2 {
                        self.path(&path, line);
                        path.clear();
                        let start = ident.span().start().line;
                        line = u32::try_from(start).unwrap_or(0);
                    }
                    if !path.is_empty() {
                        path.push_str("::");
                    }
                    path.push_str(&ident.to_string());
                    colons = 0;
                }
                TokenTree::Punct(punct) if punct.as_char() == ':' => {
                    colons += 1;
                }
                TokenTree::Group(group) => {
                    colons = 0;
                    self.path(&path, line);
                    path.clear();
                    self.scan(group.stream());
                }
                _ => {
                    colons = 0;
                    self.path(&path, line);
                    path.clear();
                }
            }
        }
        self.path(&path, line);
    }

    fn path(&mut self, path: &str, line: u32) {
        let (first, rest) = match path.split_once("::") {
            Some((first, rest)) => (first, Some(rest)),
            None => (path, None),
        };
        let full = self.imports.get(first).map_or(first, String::as_str);
        let full = match rest {
            Some(rest) => format!("{full}::{rest}"),
            None => full.to_owned(),
        };
        let starts = |known: &str| {
            full.strip_prefix(known)
                .is_some_and(|rest| rest.is_empty() || rest.starts_with("::"))
        };
        let mut paths = PATHS.iter().filter(|(known, _)| starts(known));
        let last = path.rsplit("::").next().unwrap_or(path);
        let mut names = NAMES.iter().filter(|(known, _)| *known == last);
        if let Some((_, kind)) = names.next().or_else(|| paths.next()) {
            let known = self.needs.entry(*kind).or_insert(line);
            *known = line.min(*known);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kinds(source: &str) -> Vec<(NeedKind, u32)> {
        of(source).clock
    }

    #[test]
    fn a_program_that_only_awaits_needs_nothing() {
        let source = "use std::time::Duration;\n\
                      use tokio::time::{Instant, sleep};\n\
                      #[tokio::main]\nasync fn main() {\n\
                      let start = Instant::now();\n\
                      sleep(Duration::from_millis(1)).await;\n}\n";
        let found = of(source);
        assert_eq!(found.clock, []);
        assert_eq!(found.workers, Some(0));
    }

    #[test]
    fn imports_and_macros_are_looked_through() {
        let source = "use std::{thread, time::Instant as Clock};\n\
                      use tokio::net::TcpListener;\n\
                      #[tokio::main(flavor = \"current_thread\")]\n\
                      async fn main() {\n\
                      println!(\"{:?}\", Clock::now());\n\
                      thread::sleep(DAY);\n\
                      tokio::select! { _ = TcpListener::bind(A) => {} }\n}\n";
        let found = of(source);
        assert_eq!(
            found.clock,
            [
                (NeedKind::ThreadSleep, 6),
                (NeedKind::SystemTime, 5),
                (NeedKind::Socket, 7),
            ]
        );
        assert_eq!(found.workers, None);
    }

    #[test]
    fn workers_are_needed_where_they_are_asked_for() {
        let main = |options: &str| {
            let source = format!(
                "#[tokio::main{options}]\nasync fn main() {{ work().await }}\n"
            );
            of(&source)
        };
        assert_eq!(main("").clock, []);
        assert_eq!(main("(worker_threads = 1)").clock, []);
        let two = main("(flavor = \"multi_thread\", worker_threads = 2)");
        assert_eq!(two.clock, [(NeedKind::Workers, 1)]);
        assert_eq!(two.workers, Some(2));
        let many = main("(flavor = \"multi_thread\")");
        assert_eq!(many.clock, [(NeedKind::Workers, 1)]);
        assert_eq!(many.workers, Some(0));
    }

    #[test]
    fn a_method_that_blocks_is_found_by_its_name() {
        let source = "fn main() {\n handle.spawn_blocking(work);\n}\n";
        assert_eq!(kinds(source), [(NeedKind::SpawnBlocking, 2)]);
    }
}
