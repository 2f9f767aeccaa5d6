//! Everything behind `cargo run` and `cargo book`.
//!
//! # Layout
//!
//! - [`cli`]: the words of the command line; [`commands`]: those that end by
//!   themselves; [`serve`]: the one that does not.
//! - [`work`]: the loop of the server. What happened is an [`work::Event`];
//!   one place decides what is done about it.
//! - [`http`]: pages, API, stream of events, and who may ask for them.
//! - [`run`]: builds and runs an example within its limits.
//! - [`desk`]: the files that a reader edits in the page.
//! - [`figures`]: records the reader's code and draws it.
//! - [`watch`]: notices saved files; [`site`]: the built book;
//!   [`shelf`]: verdicts and progress.
//! - [`seed`]: compiled dependencies for the page's target folder.
//! - [`bench`]: how quick all this is.
//!
//! It may use every other crate of the workspace; nothing uses it.

pub mod bench;
pub mod cli;
pub mod commands;
pub mod desk;
pub mod ending;
pub mod figures;
pub mod http;
pub mod port;
pub mod real;
pub mod root;
pub mod run;
pub mod say;
pub mod seed;
pub mod serve;
pub mod shelf;
pub mod site;
pub mod watch;
pub mod work;
