//! The drill, tried on small repositories of its own and on this one.

mod consistency;
mod diagnostics;
mod files;
mod fixture;
mod pages;
mod progress;
mod sheets;
mod verdicts;
