mod exercise;

#[path = "checks.rs"]
mod reserve;
