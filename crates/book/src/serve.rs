//! `cargo book serve`: puts the parts together and runs until the end.

use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use anyhow::{Context, Result};
use tokio::net::TcpListener;
use tokio::sync::mpsc;

use crate::desk::Desks;
use crate::ending::{self, Ending};
use crate::figures::Figures;
use crate::http::door::{self, Door};
use crate::http::events::News;
use crate::http::{App, router, token::Token};
use crate::port::{self, Bound};
use crate::run::group::Groups;
use crate::run::{Limits, Runs};
use crate::seed::{self, Targets};
use crate::shelf::Shelf;
use crate::site::Site;
use crate::work::{Event, Tools, Work};
use crate::{cli::ServeArgs, real, say, watch};

/// How long the end waits for open connections.
const FAREWELL: Duration = Duration::from_secs(1);

/// Serves the book of `root` until Ctrl-C.
pub fn serve(root: &Path, args: &ServeArgs) -> Result<()> {
    let runtime = tokio::runtime::Runtime::new()
        .context("cannot start the server's runtime")?;
    runtime.block_on(async {
        let bound = port::bind(args.port)?;
        if let Some(taken) = bound.instead_of {
            say::line(&format!(
                "port {taken} is in use (perhaps by another copy of the \
                 book), so this is port {}",
                bound.address.port()
            ));
        }
        let server = {
            let targets = Targets::new(root)?;
            let tools = real::tools(&targets);
            Server::start(
                root,
                bound,
                Limits::default(),
                &targets,
                tools,
                Door::default(),
            )?
        };
        if !server.app.shelf.is_saved() {
            say::line(
                "this checkout is read-only: the book can be read and run, \
                 progress is not saved",
            );
        }
        let url = server.url();
        say::line("building the book");
        let mut news = server.app.news.subscribe();
        let site = server.app.site.clone();
        let first = tokio::spawn(async move {
            // Whatever comes first: a book, or the reason why there is none.
            if site.is_built() || site.error().is_some() {
                return;
            }
            use crate::http::events::PageEvent::{BuildError, Built};
            while let Ok(told) = news.recv().await {
                if matches!(told.event, Built | BuildError { .. }) {
                    break;
                }
            }
        });
        let no_open = args.no_open;
        let invite = async {
            let _ = first.await;
            say::line(&format!("the book is at {url} (Ctrl-C ends it)"));
            if !no_open && let Err(error) = open::that_detached(&url) {
                say::line(&format!(
                    "no browser could be started ({error}); open the \
                     address yourself"
                ));
            }
            std::future::pending::<()>().await;
        };
        tokio::select! {
            () = invite => {}
            ended = ending::requested() => {
                ended.context("cannot listen for Ctrl-C")?;
            }
        }
        say::line("ending");
        server.end().await;
        anyhow::Ok(())
    })
    // Dropping the runtime waits for the blocking threads: a check that is
    // being cancelled kills its processes there.
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
    let shelf = Shelf::open(root)?;
    let home = shelf.home().to_path_buf();
    let groups = Groups::default();
    let (events, inbox) = mpsc::unbounded_channel();
    let news = News::default();
    let app = App {
        root: root.into(),
        home: home.as_path().into(),
        port,
        token: Token::random()?,
        site: Arc::new(Site::new()?),
        shelf: Arc::new(shelf),
        desk: Arc::new(Desks::new(root, &home)),
        runs: Runs::new(root, &home, targets, limits, groups.clone()),
        figures: Arc::new(Figures::new(
            root,
            targets,
            groups.clone(),
            tools.reader.clone(),
            news.clone(),
        )),
        groups,
        news,
        events,
        ending: Ending::default(),
    };
    Ok((app, inbox))
}

/// A running server; the tests start them too.
pub struct Server {
    pub app: App,
    groups: Groups,
    http: tokio::task::JoinHandle<()>,
    work: tokio::task::JoinHandle<()>,
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
        door: Door,
    ) -> Result<Self> {
        for target in [&targets.runs, &targets.checks] {
            // Without it the first run takes longer.
            let _ = seed::seed(root, target);
        }
        let port = bound.address.port();
        let (app, inbox) = app(root, port, limits, targets, &tools)?;
        let groups = app.groups.clone();
        let (watcher, mut saved) = watch::watch(root, &app.home)?;
        let to_loop = app.clone();
        tokio::spawn(async move {
            while let Some(saved) = saved.recv().await {
                to_loop.send(Event::Saved(saved));
            }
        });
        let work = Work::new(app.clone(), tools);
        let listener = TcpListener::from_std(bound.listener)
            .context("cannot serve on the port")?;
        let ending = app.ending.clone();
        let service = door::serve(listener, router(app.clone()), door, ending);
        Ok(Server {
            work: tokio::spawn(work.run(inbox)),
            http: tokio::spawn(service),
            app,
            groups,
            _targets: targets.clone(),
            _watcher: watcher,
        })
    }

    pub fn url(&self) -> String {
        format!("http://127.0.0.1:{}/", self.app.port)
    }

    /// Ends everything that was started, then the server.
    pub async fn end(self) {
        self.groups.close();
        self.app.ending.end();
        let _ = self.work.await;
        // A browser may keep a connection open and say nothing on it.
        let mut http = self.http;
        if tokio::time::timeout(FAREWELL, &mut http).await.is_err() {
            http.abort();
        }
    }
}
