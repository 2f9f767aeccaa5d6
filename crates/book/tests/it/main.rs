//! The server as a browser, a reader and an attacker meet it.
//!
//! Each test has a checkout and a server of its own. Examples are built by the
//! real Cargo (they need no dependency, so that takes a moment); mdBook and
//! the checker are stood in for where the test is not about them. Nothing sleeps:
//! a test waits for an event, and fails after a minute without it.

mod client;
mod connections;
mod crash;
mod desk;
mod figures;
mod fixture;
mod guard;
mod identity;
mod killed;
mod limits;
mod odd_files;
mod paths;
mod process;
mod runs;
mod saved;
mod scratch;
mod terminal;
mod verdicts;
mod watching;
mod words;
