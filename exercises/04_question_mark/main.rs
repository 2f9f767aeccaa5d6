mod exercise;

#[path = "checks.rs"]
mod question_mark;
