//! The server: the pages of the book, and an API that only they may use.

pub mod api;
pub mod connections;
mod deadline;
pub mod error;
pub mod guard;
pub mod html;
pub mod pages;
pub mod policy;
mod proof;
mod size;

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::http::{Method, StatusCode};
use axum::middleware::{from_fn, from_fn_with_state};
use axum::routing::{MethodRouter, get, post};

use self::api::{desk, events, exercises, figure, runs, solved};
use self::error::ApiError;
use self::size::{LARGEST_REQUEST, LARGEST_TEXT};
use crate::app::App;

/// A place of the API.
pub struct Route {
    pub method: Method,
    /// Below `/api`.
    pub path: &'static str,
    to: MethodRouter<App>,
}

/// Everything that can be asked for; the tests try each attack on each.
pub fn routes() -> Vec<Route> {
    let route = |method, path, to| Route { method, path, to };
    let read = |path, to| route(Method::GET, path, to);
    let act = |path, to| route(Method::POST, path, to);
    let text = DefaultBodyLimit::max(LARGEST_TEXT);
    vec![
        read("/events", get(events::events)),
        read("/exercises", get(exercises::exercises)),
        read("/ping", get(async || StatusCode::NO_CONTENT)),
        act("/run", post(runs::run)),
        act("/stop", post(runs::stop)),
        act("/check", post(exercises::check)),
        act("/reveal", post(exercises::reveal)),
        act("/solved", post(solved::solved)),
        act("/figure", post(figure::figure)),
        act("/file", post(desk::file)),
        act("/save", post(desk::save).layer(text)),
        act("/keep", post(desk::keep).layer(text)),
        act("/reset", post(desk::reset)),
        act("/undo", post(desk::undo)),
        act("/reset-all", post(desk::reset_all)),
        act("/undo-all", post(desk::undo_all)),
    ]
}

pub fn router(app: App) -> Router {
    let api = routes()
        .into_iter()
        .fold(Router::new(), |api, route| api.route(route.path, route.to))
        .fallback(async || {
            ApiError::not_found("there is nothing here.", "See the API.")
        })
        .method_not_allowed_fallback(async || {
            ApiError::new(
                StatusCode::METHOD_NOT_ALLOWED,
                "this is not asked for in this way.",
                "Look only with GET, act only with POST.",
            )
        });
    Router::new()
        .nest("/api", api)
        .route("/proof", get(proof::proof))
        .fallback(pages::page)
        .layer(DefaultBodyLimit::max(LARGEST_REQUEST))
        .layer(from_fn_with_state(app.clone(), guard::guard))
        .layer(from_fn(policy::always))
        .with_state(app)
}
