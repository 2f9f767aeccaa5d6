//! Everything behind `cargo run` and `cargo book`.
//!
//! # Layout
//!
//! - [`cli`]: the words of the command line; [`commands`]: those that end by
//!   themselves; [`serve`]: the one that does not.
//! - [`event_loop`]: what happened is an [`event_loop::event::Event`]; one
//!   place decides what is done about it, with the [`tools`] that it was given.
//! - [`checks`]: which exercise is checked next.
//! - [`app`]: what the parts of a running server share; [`events`]: what the
//!   open pages hear; [`token`]: the secret that they have;
//!   [`identity`]: what it is made of.
//! - [`http`]: pages, API, and who may ask for them; [`peer`]: which user is at
//!   the other end; [`port`]: where it listens;
//!   [`entrance`]: where nobody tells; [`descriptors`]: how many may come.
//! - [`run`]: builds and runs an example within its limits; [`programs`]: all
//!   that the server has started.
//! - [`editable`]: the files that a reader edits in the page;
//!   [`places`]: where they are.
//! - [`figures`]: records the reader's code and draws it.
//! - [`watch`]: notices saved files; [`site`]: the built book;
//!   [`status`]: verdicts and progress.
//! - [`seed`]: compiled dependencies for the page's target folder.
//! - [`temporary`]: folders for a while; [`remedy`]: what helps when the
//!   system refuses.
//! - [`terminal`]: what is printed; [`shutdown`]: the end of the server.
//! - [`production`]: the real tools; the tests have others.
//! - [`bench`]: how quick all this is.
//!
//! A file imports only what stands below it: there are no circles, which
//! `tests/tidy/circles.rs` holds. It may use every other crate of the
//! workspace; nothing uses it.

pub mod app;
pub mod bench;
pub mod checks;
pub mod cli;
pub mod commands;
pub mod descriptors;
pub mod editable;
pub mod entrance;
pub mod event_loop;
pub mod events;
pub mod figures;
pub mod http;
pub mod identity;
pub mod peer;
pub mod places;
pub mod port;
pub mod production;
pub mod programs;
pub mod remedy;
pub mod root;
pub mod run;
pub mod seed;
pub mod serve;
pub mod shutdown;
pub mod site;
pub mod status;
pub mod temporary;
pub mod terminal;
pub mod token;
pub mod tools;
pub mod watch;
