mod exercise;

#[path = "checks.rs"]
mod dashboard;
