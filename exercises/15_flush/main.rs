mod exercise;

#[path = "checks.rs"]
mod flush;
