mod exercise;

#[path = "checks.rs"]
mod semaphore;
