mod exercise;

#[path = "checks.rs"]
mod total_time;
