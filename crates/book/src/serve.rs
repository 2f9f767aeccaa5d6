//! `cargo book serve`: puts the parts together and runs until the end.

use std::path::Path;
use std::process::Stdio;
use std::sync::Arc;
use std::time::Duration;

use anyhow::{Context, Result};
use bounded_process::{launcher, leftover};
use checker::cargo;
use tokio::net::TcpListener;
use tokio::runtime::{Handle, Runtime};
use tokio::sync::{mpsc, oneshot};

use crate::app::App;
use crate::cli::ServeArgs;
use crate::editable::EditableFiles;
use crate::entrance::Entrance;
use crate::event_loop::EventLoop;
use crate::event_loop::event::Event;
use crate::events::EventBus;
use crate::events::PageEvent::{BuildError, Built};
use crate::figures::Figures;
use crate::http::connections::{self, ConnectionLimits};
use crate::http::router;
use crate::identity::{Identity, random_token};
use crate::port::{self, Bound};
use crate::programs::Programs;
use crate::run::{Limits, Runs};
use crate::seed::{self, Targets};
use crate::shutdown::{self, Shutdown};
use crate::site::Site;
use crate::status::ExerciseStatusStore;
use crate::tools::Tools;
use crate::{descriptors, peer, production, temporary, terminal, watch};

/// How long the end waits for open connections.
const FAREWELL: Duration = Duration::from_secs(1);

/// Serves the book of `root` until Ctrl-C.
pub fn serve(root: &Path, args: &ServeArgs) -> Result<()> {
    // Without them a server that is killed may leave programs running.
    let _guard = launcher::guard();
    std::thread::spawn(|| {
        leftover::sweep();
        temporary::sweep();
    });
    let runtime =
        Runtime::new().context("cannot start the server's runtime")?;
    let result = runtime.block_on(async {
        let bound = port::bind(args.port)?;
        if let Some(taken) = bound.instead_of {
            terminal::line(&format!(
                "port {taken} is in use (perhaps by another copy of the \
                 book), so this is port {}",
                bound.address.port()
            ));
        }
        let server = {
            let targets = Targets::new(root)?;
            let tools = production::tools(&targets);
            Server::start(
                root,
                bound,
                Limits::default(),
                &targets,
                tools,
                ConnectionLimits {
                    connections: descriptors::raise(),
                    ..ConnectionLimits::default()
                },
            )?
        };
        server.sweep();
        if !server.app.status.is_saved() {
            terminal::line(
                "this checkout is read-only: the book can be read and run, \
                 progress is not saved",
            );
        }
        tokio::task::spawn_blocking(say_if_cargo_is_missing);
        let (url, plain) = (server.url(), server.plain_url());
        terminal::line("building the book");
        let mut news = server.app.bus.subscribe();
        let site = server.app.site.clone();
        let first = tokio::spawn(async move {
            // Whatever comes first: a book, or the reason why there is none.
            if site.is_built() || site.error().is_some() {
                return;
            }
            while let Ok(told) = news.recv().await {
                if matches!(told.event, Built | BuildError { .. }) {
                    break;
                }
            }
        });
        let no_open = args.no_open;
        let invite = async {
            let _ = first.await;
            terminal::line(&format!("the book is at {url} (Ctrl-C ends it)"));
            terminal::line(&format!(
                "a browser that does not find that name: {plain}"
            ));
            let url = if finds(&url) { url } else { plain };
            if !no_open && let Err(error) = open::that_detached(&url) {
                terminal::line(&format!(
                    "no browser could be started ({error}); open the \
                     address yourself"
                ));
            }
            std::future::pending::<()>().await;
        };
        tokio::select! {
            () = invite => {}
            ended = shutdown::requested() => {
                ended.context("cannot listen for Ctrl-C")?;
            }
        }
        terminal::line("ending");
        shutdown::at_the_latest();
        tokio::select! {
            () = server.end() => {}
            // Again: without waiting for anything.
            _ = shutdown::requested() => {}
        }
        anyhow::Ok(())
    });
    // A check that is being cancelled kills its processes on a blocking
    // thread. One that hangs is left behind.
    runtime.shutdown_timeout(FAREWELL);
    result
}

/// What the parts of a server share, and what its loop hears of. Nothing runs
/// yet, and nobody listens.
pub fn app(
    root: &Path,
    port: u16,
    limits: Limits,
    targets: &Targets,
    tools: &Tools,
) -> Result<(App, mpsc::UnboundedReceiver<Event>)> {
    let status = ExerciseStatusStore::open(root)?;
    let home = status.home().to_path_buf();
    let programs = Programs::default();
    let identity = Identity::load(&home)?;
    let (events, inbox) = mpsc::unbounded_channel();
    let bus = EventBus::default();
    let app = App {
        root: root.into(),
        home: home.as_path().into(),
        port,
        entrance: entrance(&identity)?,
        identity,
        site: Arc::new(Site::new()?),
        status: Arc::new(status),
        files: Arc::new(EditableFiles::new(root, &home)),
        runs: Runs::new(root, &home, targets, limits, programs.clone()),
        figures: Arc::new(Figures::new(
            root,
            targets,
            programs.clone(),
            tools.reader.clone(),
            bus.clone(),
        )),
        programs,
        bus,
        events,
        shutdown: Shutdown::default(),
    };
    Ok((app, inbox))
}

/// Where the system tells who asks, none is needed.
fn entrance(identity: &Identity) -> Result<Option<Arc<Entrance>>> {
    if peer::TELLS {
        return Ok(None);
    }
    let (key, session) = (random_token()?, random_token()?);
    Ok(Some(Arc::new(Entrance::new(key, session, &identity.name))))
}

/// A running server; the tests start them too.
pub struct Server {
    pub app: App,
    programs: Programs,
    http: tokio::task::JoinHandle<()>,
    /// Says when the event loop has ended.
    event_loop: oneshot::Receiver<()>,
    /// Temporary ones are removed with it.
    _targets: Targets,
    _watcher: notify::RecommendedWatcher,
}

impl Server {
    /// Starts to listen, to build and to watch. Needs a Tokio runtime.
    pub fn start(
        root: &Path,
        bound: Bound,
        limits: Limits,
        targets: &Targets,
        tools: Tools,
        connections: ConnectionLimits,
    ) -> Result<Self> {
        for target in [&targets.runs, &targets.checks] {
            // Without it the first run takes longer.
            let _ = seed::seed(root, target);
        }
        let port = bound.address.port();
        let (app, inbox) = app(root, port, limits, targets, &tools)?;
        let programs = app.programs.clone();
        let (watcher, mut saved) = watch::watch(root, &app.home)?;
        let to_loop = app.clone();
        tokio::spawn(async move {
            while let Some(saved) = saved.recv().await {
                to_loop.send(Event::Saved(saved));
            }
        });
        let listeners = std::iter::once(bound.listener)
            .chain(bound.second)
            .map(TcpListener::from_std)
            .collect::<Result<Vec<_>, _>>()
            .context("cannot serve on the port")?;
        let service = connections::serve(
            listeners,
            router(app.clone()),
            connections,
            app.shutdown.clone(),
        );
        Ok(Server {
            event_loop: start_loop(EventLoop::new(app.clone(), tools), inbox)?,
            http: tokio::spawn(service),
            app,
            programs,
            _targets: targets.clone(),
            _watcher: watcher,
        })
    }

    /// Removes what killed servers have left, while this one begins.
    fn sweep(&self) {
        let files = self.app.files.clone();
        tokio::task::spawn_blocking(move || {
            if let Err(error) = files.sweep() {
                terminal::line(&format!("warning: {}", error.words().0));
            }
        });
    }

    /// An origin of the checkout's own.
    pub fn url(&self) -> String {
        self.url_at(&self.app.identity.host())
    }

    /// The same for browsers that do not find that name.
    pub fn plain_url(&self) -> String {
        self.url_at("127.0.0.1")
    }

    fn url_at(&self, host: &str) -> String {
        let query = self.app.entrance.as_ref().map(|e| e.query());
        let query = query.unwrap_or_default();
        format!("http://{host}:{}/{query}", self.app.port)
    }

    /// Ends everything that was started, then the server.
    pub async fn end(self) {
        self.programs.close().await;
        self.app.shutdown.end();
        self.app.send(Event::End);
        // An error: it panicked.
        let _ = self.event_loop.await;
        // A browser may keep a connection open and say nothing on it.
        let mut http = self.http;
        if tokio::time::timeout(FAREWELL, &mut http).await.is_err() {
            http.abort();
        }
    }
}

fn say_if_cargo_is_missing() {
    let mut command = std::process::Command::new(cargo::program());
    let asked = command.arg("--version").stdin(Stdio::null()).output();
    let why = match asked {
        Ok(output) if output.status.success() => return,
        Ok(output) => String::from_utf8_lossy(&output.stderr).into_owned(),
        Err(error) => error.to_string(),
    };
    terminal::line(&format!(
        "warning: {} cannot be started ({}). The book can be read; Run, the \
         checks and your figures need it. {}",
        cargo::program().display(),
        why.trim(),
        cargo::MISSING
    ));
}

/// On a thread of its own, within the runtime that it starts tasks on.
fn start_loop(
    event_loop: EventLoop,
    inbox: mpsc::UnboundedReceiver<Event>,
) -> Result<oneshot::Receiver<()>> {
    let (done, ended) = oneshot::channel();
    let runtime = Handle::current();
    std::thread::Builder::new()
        .name("event loop".to_owned())
        .spawn(move || {
            let _within = runtime.enter();
            event_loop.run(inbox);
            let _ = done.send(());
        })
        .context("cannot start the thread of the event loop")?;
    Ok(ended)
}

/// Chromium, Firefox and Edge know by themselves that a name of `localhost` is
/// this machine. What else may open the address asks the system.
fn finds(url: &str) -> bool {
    let address = url.strip_prefix("http://").unwrap_or(url);
    let address = address.split('/').next().unwrap_or_default();
    !cfg!(target_os = "macos")
        || std::net::ToSocketAddrs::to_socket_addrs(address).is_ok()
}
