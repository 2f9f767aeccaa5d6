#[path = "checks.rs"]
mod dashboard;
mod exercise;
