mod exercise;

#[path = "checks.rs"]
mod recursion;
