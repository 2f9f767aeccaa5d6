mod exercise;

#[path = "checks.rs"]
mod by_hand;
