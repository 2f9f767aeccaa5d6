mod exercise;

#[path = "checks.rs"]
mod transfer;
