mod exercise;

#[path = "checks.rs"]
mod named;
