mod exercise;

#[path = "checks.rs"]
mod lost_permit;
