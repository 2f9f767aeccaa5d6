mod exercise;

#[path = "checks.rs"]
mod pipeline;
