mod exercise;

#[path = "checks.rs"]
mod counter_actor;
