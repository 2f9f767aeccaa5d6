mod exercise;

#[path = "checks.rs"]
mod tally;
