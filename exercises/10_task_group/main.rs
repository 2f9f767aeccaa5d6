mod exercise;

#[path = "checks.rs"]
mod task_group;
