//! The drill, tried on small repositories of its own and on this one.

mod consistency;
mod files;
mod fixture;
mod progress;
mod verdicts;
