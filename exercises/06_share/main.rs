mod exercise;

#[path = "checks.rs"]
mod share;
