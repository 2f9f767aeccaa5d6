mod exercise;

#[path = "checks.rs"]
mod grace;
