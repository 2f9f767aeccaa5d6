mod exercise;

#[path = "checks.rs"]
mod gate;
