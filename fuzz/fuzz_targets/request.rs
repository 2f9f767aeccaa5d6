//! Bytes of a connection: HTTP, the guard, the paths, every body.
//!
//! All of the server but its listener and its loop; on a checkout in which
//! there is nothing to run, and with no process allowed. `TOKEN`
//! and `PORT` in an input stand for those of this start.
#![no_main]

use std::sync::{Arc, LazyLock};

use axum::Router;
use axum::body::Body;
use axum::http::Request;
use book::app::App;
use book::event_loop::event::Event;
use book::figures::tool::RecorderCommands;
use book::http::router;
use book::run::Limits;
use book::seed::Targets;
use book::tools::Tools;
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::TokioIo;
use libfuzzer_sys::fuzz_target;
use tempfile::TempDir;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::runtime::Runtime;
use tokio::sync::mpsc::UnboundedReceiver;
use tower::ServiceExt;

struct Server {
    runtime: Runtime,
    app: App,
    router: Router,
    _inbox: UnboundedReceiver<Event>,
    _checkout: TempDir,
}

const PORT: u16 = 3000;

static SERVER: LazyLock<Server> = LazyLock::new(|| start().expect("a server"));

fn start() -> Result<Server, Box<dyn std::error::Error>> {
    let checkout = tempfile::tempdir()?;
    let root = checkout.path();
    for folder in ["examples", "exercises", "src"] {
        std::fs::create_dir(root.join(folder))?;
    }
    std::fs::write(root.join("Cargo.toml"), "[workspace]\n")?;
    let nothing = || std::process::Command::new("false");
    let tools = Tools {
        builder: Arc::new(|_, to| {
            std::fs::create_dir_all(to)?;
            std::fs::write(to.join("index.html"), "<head></head>")?;
            Ok(book::site::Outcome::default())
        }),
        judge: Arc::new(|_, _, _| Ok(checker::Verdict::Unsolved.into())),
        warm_up: Arc::new(|_, _, _| Ok(checker::Verdict::Unsolved.into())),
        recorder: Arc::new(move |_, _| nothing()),
        reader: RecorderCommands {
            build: Arc::new(|_, _| None),
            record: Arc::new(move |_, _, _| nothing()),
        },
        limits: checker::Limits::default(),
        say: |_| {},
    };
    let targets = Targets::within(&root.join("target"));
    let (app, inbox) =
        book::serve::app(root, PORT, Limits::default(), &targets, &tools)?;
    app.site.build(root, &tools.builder)?;
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .max_blocking_threads(2)
        .build()?;
    runtime.block_on(app.programs.close());
    Ok(Server {
        runtime,
        router: router(app.clone()),
        app,
        _inbox: inbox,
        _checkout: checkout,
    })
}

fn replace(input: &[u8], word: &[u8], by: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(input.len() + by.len());
    let mut rest = input;
    while let Some(at) = rest.windows(word.len()).position(|w| w == word) {
        out.extend_from_slice(&rest[..at]);
        out.extend_from_slice(by);
        rest = &rest[at + word.len()..];
    }
    out.extend_from_slice(rest);
    out
}

fuzz_target!(|input: &[u8]| {
    let server = &*SERVER;
    let token = server.app.identity.token.as_str().as_bytes();
    let port = PORT.to_string();
    let input = replace(input, b"TOKEN", token);
    let input = replace(&input, b"PORT", port.as_bytes());
    server.runtime.block_on(async {
        let (mut client, connection) = tokio::io::duplex(1 << 16);
        let router = server.router.clone();
        let answer = service_fn(move |request: Request<Incoming>| {
            router.clone().oneshot(request.map(Body::new))
        });
        let serve = http1::Builder::new()
            .half_close(true)
            .serve_connection(TokioIo::new(connection), answer);
        let talk = async {
            // What does not fit is for nobody.
            let fits = &input[..input.len().min(1 << 15)];
            let _ = client.write_all(fits).await;
            let _ = client.shutdown().await;
            // The stream of events has no end; its head is enough.
            let mut head = [0; 4096];
            let _ = client.read(&mut head).await;
        };
        tokio::select! {
            _ = serve => {}
            () = talk => {}
        }
    });
    assert_eq!(server.app.runs.alive(), 0, "nothing may run");
});
