mod exercise;

#[path = "checks.rs"]
mod one_deadline;
