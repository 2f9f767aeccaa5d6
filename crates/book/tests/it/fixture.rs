//! A checkout small enough for a test, and a server on it.

use std::fs;
use std::net::TcpListener;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use anyhow::{Context, bail};
use book::checks::Judge;
use book::figures::tool::RecorderCommands;
use book::http::connections::ConnectionLimits;
use book::port::Bound;
use book::run::Limits;
use book::seed::Targets;
use book::serve::Server;
use book::site::{Builder, Outcome};
use book::tools::Tools;
use checker::Verdict;
use tempfile::TempDir;

use crate::client::{Answer, Stream, raw};

pub struct Checkout {
    dir: TempDir,
}

const MANIFEST: &str = r#"
[workspace]
[package]
name = "examples"
edition = "2021"
autolib = false
autobins = false
[features]
heavy = []
[[example]]
name = "heavy"
required-features = ["heavy"]
"#;

const EXERCISE: &str = r#"
id = "one"
title = "One"
chapter = "page.md"
minutes = 5
checks = ["it_works"]
hints = ["first", "second"]
"#;

const SOLUTION: &str = "\
pub fn one() -> u32 {
    // begin solution
    //~ // TODO: return one.
    //~ todo!()
    1
    // end solution
}
";

pub const STUB: &str = "\
pub fn one() -> u32 {
    // TODO: return one.
    todo!()
}
";

impl Checkout {
    pub fn new() -> Self {
        let dir = tempfile::tempdir().unwrap();
        let checkout = Checkout { dir };
        for (path, text) in [
            ("Cargo.toml", MANIFEST),
            ("book.toml", "[book]\ntitle = \"A book\"\n"),
            ("src/SUMMARY.md", "- [Page](page.md)\n"),
            ("src/page.md", "hello"),
            ("examples/hello.rs", "fn main() { println!(\"hello\") }\n"),
            ("examples/heavy.rs", "fn main() {}\n"),
            ("exercises/01_one/exercise.toml", EXERCISE),
            ("exercises/01_one/exercise.rs", STUB),
            ("exercises/01_one/checks.rs", "fn it_works() {}\n"),
            ("solutions/src/one.rs", SOLUTION),
            ("recordings/hello.txt", ""),
            ("theme/book.css", ""),
        ] {
            checkout.write(path, text);
        }
        checkout
    }

    pub fn root(&self) -> &Path {
        self.dir.path()
    }

    pub fn write(&self, path: &str, text: &str) {
        let path = self.root().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    pub fn read(&self, path: &str) -> String {
        fs::read_to_string(self.root().join(path)).unwrap()
    }

    pub fn serve(&self) -> Served {
        self.serve_with(limits(), |_| {})
    }

    pub fn serve_with(
        &self,
        limits: Limits,
        change: impl FnOnce(&mut Tools),
    ) -> Served {
        let bound = bind();
        let mut tools = tools();
        change(&mut tools);
        self.serve_at(bound, limits, tools, ConnectionLimits::default())
    }

    /// Nothing, if it cannot be started.
    pub fn try_serve(&self, limits: Limits) -> Option<Served> {
        let door = ConnectionLimits::default();
        self.try_serve_at(bind(), limits, tools(), door).ok()
    }

    pub fn serve_behind(&self, door: ConnectionLimits) -> Served {
        self.serve_at(bind(), limits(), tools(), door)
    }

    pub fn serve_on(&self, bound: Bound) -> Served {
        let limits = limits();
        self.serve_at(bound, limits, tools(), ConnectionLimits::default())
    }

    fn serve_at(
        &self,
        bound: Bound,
        limits: Limits,
        tools: Tools,
        door: ConnectionLimits,
    ) -> Served {
        self.try_serve_at(bound, limits, tools, door).unwrap()
    }

    fn try_serve_at(
        &self,
        bound: Bound,
        limits: Limits,
        tools: Tools,
        door: ConnectionLimits,
    ) -> anyhow::Result<Served> {
        let port = bound.address.port();
        let targets = Targets::within(&self.root().join("target"));
        let server =
            Server::start(self.root(), bound, limits, &targets, tools, door)?;
        Ok(Served {
            port,
            token: server.app.identity.token.as_str().to_string(),
            server,
        })
    }
}

fn bind() -> Bound {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    listener.set_nonblocking(true).unwrap();
    Bound {
        address: listener.local_addr().unwrap(),
        listener,
        second: None,
        instead_of: None,
    }
}

/// Long enough for a busy machine; the tests of a limit lower that one.
pub fn limits() -> Limits {
    Limits {
        program: bounded_process::Limits {
            time: Duration::from_secs(60),
            ..bounded_process::Limits::default()
        },
        ..Limits::default()
    }
}

fn tools() -> Tools {
    Tools {
        builder: copies(),
        judge: always(Verdict::Unsolved),
        warm_up: always(Verdict::Unsolved),
        recorder: Arc::new(|_, _| {
            let cargo = std::env::var_os("CARGO").unwrap_or("cargo".into());
            let mut command = std::process::Command::new(cargo);
            command.arg("--version");
            command
        }),
        reader: RecorderCommands {
            build: Arc::new(|_, _| None),
            record: Arc::new(|_, _, _| unused("a recorder")),
        },
        limits: checker::Limits::default(),
        say: |_| {},
    }
}

fn unused(what: &str) -> std::process::Command {
    panic!("this test has no {what}");
}

pub fn always(verdict: Verdict) -> Judge {
    Arc::new(move |_, _, _| Ok(verdict.clone().into()))
}

/// Stands in for mdBook: a page holds its chapter's text. A chapter that says
/// so is broken.
pub fn copies() -> Builder {
    Arc::new(|root, dest| {
        fs::create_dir_all(dest)?;
        for entry in fs::read_dir(root.join("src"))? {
            let path = entry?.path();
            let text = fs::read_to_string(&path)?;
            if text.contains("BROKEN") {
                bail!("{} is broken", path.display());
            }
            let stem = path.file_stem().context("a name")?;
            let page = format!(
                "<html><head></head><body><script>1</script>{text}</body>"
            );
            fs::write(dest.join(stem).with_extension("html"), page)?;
        }
        fs::write(dest.join("index.html"), "<head></head>the first page")?;
        fs::write(dest.join("toc.html"), "<head></head>contents")?;
        fs::write(dest.join("a.css"), "body {}")?;
        Ok(Outcome {
            chapters: 1,
            ..Outcome::default()
        })
    })
}

pub struct Served {
    pub port: u16,
    pub token: String,
    pub server: Server,
}

impl Served {
    /// Waits until there is a book to read.
    pub async fn built(self) -> Self {
        let mut news = self.server.app.bus.subscribe();
        while !self.server.app.site.is_built() {
            crate::client::soon("build", news.recv()).await.unwrap();
        }
        self
    }

    pub async fn get(&self, path: &str) -> Answer {
        raw(self.port, &self.head("GET", path), "").await
    }

    pub async fn post(&self, path: &str, body: &str) -> Answer {
        raw(self.port, &self.head("POST", path), body).await
    }

    pub fn head(&self, method: &str, path: &str) -> String {
        let Served { port, token, .. } = self;
        format!(
            "{method} {path} HTTP/1.0\nHost: 127.0.0.1:{port}\n\
             X-Book-Token: {token}\nContent-Type: application/json\n"
        )
    }

    /// What an open page listens to.
    pub async fn events(&self) -> Stream {
        let Served { port, token, .. } = self;
        let head = format!(
            "GET /api/events?token={token} HTTP/1.0\n\
             Host: 127.0.0.1:{port}\n"
        );
        let stream = Stream::open(self.port, &head, "").await;
        assert_eq!(stream.status, 200);
        stream
    }

    pub async fn run(&self, example: &str) -> Stream {
        let body = format!("{{\"example\":\"{example}\"}}");
        let head = self.head("POST", "/api/run");
        let stream = Stream::open(self.port, &head, &body).await;
        assert_eq!(stream.status, 200);
        stream
    }
}
