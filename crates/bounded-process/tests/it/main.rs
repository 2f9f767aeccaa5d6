//! Programs that take more than they may, and servers that are killed.
#![cfg(target_os = "linux")]

mod ends;
mod killed;
mod limits;
mod program;
