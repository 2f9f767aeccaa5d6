mod exercise;

#[path = "checks.rs"]
mod undo;
