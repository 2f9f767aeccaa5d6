mod exercise;

#[path = "checks.rs"]
mod reports;
