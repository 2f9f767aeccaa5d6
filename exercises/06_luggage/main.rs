mod exercise;

#[path = "checks.rs"]
mod luggage;
