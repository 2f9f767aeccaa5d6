mod exercise;

#[path = "checks.rs"]
mod hedged;
