mod exercise;

#[path = "checks.rs"]
mod run_all;
