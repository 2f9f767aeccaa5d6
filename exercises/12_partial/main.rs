mod exercise;

#[path = "checks.rs"]
mod partial;
