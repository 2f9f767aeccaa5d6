mod exercise;

#[path = "checks.rs"]
mod critical_write;
