mod exercise;

#[path = "checks.rs"]
mod rate_limit;
