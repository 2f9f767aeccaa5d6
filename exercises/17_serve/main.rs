mod exercise;

#[path = "checks.rs"]
mod serve;
