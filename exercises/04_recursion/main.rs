//! Generated: cargo run -p checker --example exercises -- generate

#![forbid(unsafe_code)]

mod exercise;

#[path = "checks.rs"]
mod recursion;

lab::exercise! { "04_recursion", recursion:
    a_folder_in_a_folder_counts,
    every_folder_is_listed_once,
    no_folder_is_too_deep,
    large_files_and_many_folders_count,
}
