mod exercise;

#[path = "checks.rs"]
mod gather;
