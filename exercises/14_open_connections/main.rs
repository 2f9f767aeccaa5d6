mod exercise;

#[path = "checks.rs"]
mod open_connections;
