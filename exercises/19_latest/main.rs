mod exercise;

#[path = "checks.rs"]
mod latest;
