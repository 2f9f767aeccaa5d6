mod exercise;

#[path = "checks.rs"]
mod first_two;
