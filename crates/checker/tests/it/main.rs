//! The checker, tried on small repositories of its own and on this one.

mod consistency;
mod desks;
mod diagnostics;
mod files;
mod fixture;
mod killed;
mod limits;
mod mistakes;
mod pages;
mod progress;
mod promises;
mod sheets;
mod terminal;
mod verdicts;
