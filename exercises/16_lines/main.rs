mod exercise;

#[path = "checks.rs"]
mod lines;
