mod exercise;

#[path = "checks.rs"]
mod heartbeat;
