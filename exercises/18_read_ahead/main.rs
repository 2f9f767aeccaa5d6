mod exercise;

#[path = "checks.rs"]
mod read_ahead;
