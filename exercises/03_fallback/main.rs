mod exercise;

#[path = "checks.rs"]
mod fallback;
