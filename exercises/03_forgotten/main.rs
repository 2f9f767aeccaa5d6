mod exercise;

#[path = "checks.rs"]
mod forgotten;
