//! The server: the pages of the book, and an API that only they may use.

pub mod api;
pub mod events;
pub mod guard;
pub mod html;
pub mod pages;
pub mod policy;
pub mod reply;
pub mod token;

use std::path::Path;
use std::sync::Arc;

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::middleware::{from_fn, from_fn_with_state};
use axum::routing::{get, post};
use tokio::sync::{broadcast, mpsc};

use self::events::PageEvent;
use self::reply::Refusal;
use self::token::Token;
use crate::ending::Ending;
use crate::run::Runs;
use crate::run::group::Groups;
use crate::shelf::Shelf;
use crate::site::Site;
use crate::work::Event;

/// The largest request is the name of an example; a page sends nothing else.
const LARGEST_REQUEST: usize = 16 * 1024;

/// What the parts of the server share.
#[derive(Clone)]
pub struct App {
    pub root: Arc<Path>,
    pub port: u16,
    pub token: Token,
    pub site: Arc<Site>,
    pub shelf: Arc<Shelf>,
    pub runs: Runs,
    /// Everything that was started and is alive.
    pub groups: Groups,
    /// To the open pages.
    pub news: broadcast::Sender<PageEvent>,
    /// To the loop.
    pub events: mpsc::UnboundedSender<Event>,
    pub ending: Ending,
}

impl App {
    /// Tells every open page; none may be open.
    pub fn tell(&self, event: PageEvent) {
        let _ = self.news.send(event);
    }

    /// Tells the loop; it may have ended.
    pub fn send(&self, event: Event) {
        let _ = self.events.send(event);
    }
}

pub fn router(app: App) -> Router {
    let api = Router::new()
        .route("/events", get(events::events))
        .route("/exercises", get(api::exercises))
        .route("/run", post(api::run))
        .route("/stop", post(api::stop))
        .route("/check", post(api::check))
        .route("/reveal", post(api::reveal))
        .fallback(async || {
            Refusal::not_found("there is nothing here.", "See the API.")
        });
    Router::new()
        .nest("/api", api)
        .fallback(pages::page)
        .layer(DefaultBodyLimit::max(LARGEST_REQUEST))
        .layer(from_fn_with_state(app.clone(), guard::guard))
        .layer(from_fn(policy::always))
        .with_state(app)
}
