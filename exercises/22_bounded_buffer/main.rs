mod exercise;

#[path = "checks.rs"]
mod bounded_buffer;
