mod exercise;

#[path = "checks.rs"]
mod progress;
