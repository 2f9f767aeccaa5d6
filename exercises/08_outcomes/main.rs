mod exercise;

#[path = "checks.rs"]
mod outcomes;
